package io.passport.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that each container has only the rights and resources that it needs, and an exact image version. */
final class ComposeHardening {
    private static final Pattern NOT_ROOT = Pattern.compile("[1-9]\\d*:[1-9]\\d*");
    private static final Pattern EXACT_IMAGE = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+[\\w.-]*");

    /** Derby and Tomcat write beside Nacos' jar. */
    private static final Set<String> WRITES_TO_ITS_IMAGE = Set.of("nacos");

    private ComposeHardening() {}

    static Stream<String> findings(ComposeFile compose) {
        return compose.containers().flatMap(ComposeHardening::findings);
    }

    private static Stream<String> findings(Map.Entry<String, JsonNode> entry) {
        String name = entry.getKey();
        JsonNode container = entry.getValue();
        JsonNode limits = container.path("deploy").path("resources").path("limits");
        return Stream.of(
                        finding(!matches(NOT_ROOT, container.path("user")), "runs as root"),
                        finding(!matches(EXACT_IMAGE, container.path("image")), "has no exact image version"),
                        finding(
                                !container.path("read_only").asBoolean() && !WRITES_TO_ITS_IMAGE.contains(name),
                                "can write to its image"),
                        finding(!ComposeFile.texts(container.path("cap_drop")).contains("ALL"), "keeps capabilities"),
                        finding(
                                !ComposeFile.texts(container.path("security_opt"))
                                        .contains("no-new-privileges:true"),
                                "can gain privileges"),
                        finding(container.path("privileged").asBoolean(), "is privileged"),
                        finding(limits.path("memory").isMissingNode(), "may take all memory"),
                        finding(limits.path("cpus").isMissingNode(), "may take all cores"),
                        finding(container.path("restart").isMissingNode(), "is not restarted after a failure"))
                .flatMap(finding -> finding)
                .map(finding -> name + " " + finding);
    }

    private static boolean matches(Pattern pattern, JsonNode text) {
        return pattern.matcher(text.asText()).matches();
    }

    private static Stream<String> finding(boolean there, String text) {
        return there ? Stream.of(text) : Stream.empty();
    }
}
