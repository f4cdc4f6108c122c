package io.passport.local.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Does what Boot's {@code -Djarmode=tools} does with {@code extract}, as far as a file of the right name goes. */
final class TestJarTool {
    private TestJarTool() {}

    public static void main(String[] args) throws Exception {
        if (!"tools".equals(System.getProperty("jarmode")) || !"extract".equals(args[0])) {
            throw new IllegalArgumentException(String.join(" ", args));
        }
        var to = Path.of(args[List.of(args).indexOf("--destination") + 1]);
        Files.createFile(to.resolve("service.jar"));
    }
}
