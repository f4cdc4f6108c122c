package io.passport.local.jvm;

import io.passport.local.part.StartupException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout in which this launcher was built.
 *
 * @param root the folder of the top {@code pom.xml}
 */
public record Project(Path root) {
    /**
     * Searches upwards from the jar of this class, {@code deploy/local/target}.
     *
     * @throws StartupException if the jar is not in a checkout
     */
    public static Project ofThisLauncher() {
        try {
            var code = Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (var folder = code.getParent(); folder != null; folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve("deploy", "up"))) {
                    return new Project(folder);
                }
            }
            throw new StartupException(code + " is not in a checkout of Passport: run deploy/up of one");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The jar that Maven builds of a module.
     *
     * @param module its folder below the root: {@code deploy/nacos}
     * @throws StartupException when it is not there
     */
    Path jar(String module) {
        var name = Path.of(module).getFileName();
        var jar = root.resolve(module, "target", name + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new StartupException(root.relativize(jar) + " is missing: run deploy/up, which builds it");
        }
        return jar;
    }
}
