package io.passport.local.part;

import java.nio.file.Path;

/** Starts a {@link TestProgram} and waits to be killed. */
final class TestLauncher {
    private TestLauncher() {}

    public static void main(String[] args) throws Exception {
        var home = Home.at(Path.of(args[0]));
        PreparedPart.of(home, new TestProgram("server", args[1], home)).launch();
        Thread.sleep(Long.MAX_VALUE);
    }
}
