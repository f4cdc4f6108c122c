package io.passport.local.jvm;

import io.passport.local.part.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code java} command with a limited heap, because seven JVMs share a developer's machine.
 *
 * @param options further options of the JVM and the program
 */
record JavaCommand(Home home, int heapMebibytes, List<String> options) {
    /** For programs that serve few requests: without the optimizing compiler they start with less work. */
    static final List<String> FAST_START = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // at the default limit a start stops for a full collection of up to 0.3 s
            "-XX:MetaspaceSize=160m",
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Runs a jar on the JDK of this JVM. */
    List<String> of(Path jar) {
        var command = new ArrayList<>(List.of(
                java(),
                // first in the list of processes, where OrphanedProcesses looks for it
                "-Dpassport.home=" + home.root(),
                "-Xmx" + heapMebibytes + "m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
