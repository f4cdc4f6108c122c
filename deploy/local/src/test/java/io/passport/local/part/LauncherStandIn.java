package io.passport.local.part;

import java.nio.file.Path;

/** Starts a {@link StandIn} and waits to be killed. */
final class LauncherStandIn {
    private LauncherStandIn() {}

    public static void main(String[] args) throws Exception {
        var home = Home.at(Path.of(args[0]));
        Prepared.of(home, new StandIn("server", args[1], home)).launch();
        Thread.sleep(Long.MAX_VALUE);
    }
}
