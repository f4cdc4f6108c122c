package io.passport.bench.stack;

import java.nio.file.Path;

/** Makes a last will, prints its PID, and waits to be killed. */
final class BenchmarkStandIn {

    private BenchmarkStandIn() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(
                LauncherTests.launcher(Path.of(args[0])).lastWill("down").pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
