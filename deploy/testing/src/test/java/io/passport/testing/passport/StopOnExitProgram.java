package io.passport.testing.passport;

import java.nio.file.Path;

/** Creates a {@link StopOnExit}, prints the PID of its shell, and waits to be killed. */
final class StopOnExitProgram {
    private StopOnExitProgram() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(
                StopOnExit.of(PassportLauncherTests.launcher(Path.of(args[0]))).pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
