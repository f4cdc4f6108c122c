package io.passport.local.jvm;

import io.passport.local.part.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code java} command that starts fast and stays small: seven JVMs, the launcher's among them, share a developer's machine.
 *
 * @param options what the program needs beyond that
 */
record JavaCommand(Home home, int heapMebibytes, List<String> options) {
    /** Runs the main class of a jar's manifest, on the JDK of this JVM. */
    List<String> of(Path jar) {
        var command = new ArrayList<>(List.of(
                java(),
                // first, where a list of processes shows whose they are, and a left-over process is recognised
                "-Dpassport.home=" + home.root(),
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // by default both are so small that filling them stops a service for up to 0.3 s to collect everything
                "-XX:MetaspaceSize=160m",
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:+UseCompactObjectHeaders",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
