package io.passport.local.jvm;

import io.passport.local.part.StartupException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout in which this launcher was built. The parts that run on a JVM are jars of its modules.
 *
 * @param root the folder of the top {@code pom.xml}
 */
public record Project(Path root) {
    /**
     * Searches the parent folders of this class's jar ({@code deploy/local/target}) for a checkout, which has {@code deploy/up}.
     *
     * @throws StartupException if the jar is not in a checkout
     */
    public static Project ofThisLauncher() {
        try {
            var jarOrClasses = Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (var folder = jarOrClasses.getParent(); folder != null; folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve("deploy", "up"))) {
                    return new Project(folder);
                }
            }
            throw new StartupException(jarOrClasses + " is not in a checkout of Passport: run deploy/up of one");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The options of each service's JVM, which production has too. */
    Path jvmOptions() {
        return root.resolve("deploy", "jvm.options");
    }

    /**
     * The jar that Maven built from a module. The module's pom names the jar after its folder.
     *
     * @param module its folder below the root: {@code deploy/nacos}
     * @throws StartupException if it is missing, because the module is not built
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
