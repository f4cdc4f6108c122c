package io.passport.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No container may do more, or take more, than it must. */
final class ComposeHardening {
    private static final Pattern NOT_ROOT = Pattern.compile("[1-9]\\d*:[1-9]\\d*");
    private static final Pattern EXACT_IMAGE = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+[\\w.-]*");

    /** Derby and Tomcat write beside Nacos' jar. */
    private static final Set<String> WRITES_TO_ITS_IMAGE = Set.of("nacos");

    private ComposeHardening() {}

    static Stream<String> faults(ComposeFile compose) {
        return compose.containers().flatMap(ComposeHardening::faults);
    }

    private static Stream<String> faults(Map.Entry<String, JsonNode> entry) {
        String name = entry.getKey();
        JsonNode container = entry.getValue();
        JsonNode limits = container.path("deploy").path("resources").path("limits");
        return Stream.of(
                        fault(!matches(NOT_ROOT, container.path("user")), "runs as root"),
                        fault(!matches(EXACT_IMAGE, container.path("image")), "takes whatever image comes"),
                        fault(
                                !container.path("read_only").asBoolean() && !WRITES_TO_ITS_IMAGE.contains(name),
                                "can write to its image"),
                        fault(!ComposeFile.texts(container.path("cap_drop")).contains("ALL"), "keeps capabilities"),
                        fault(
                                !ComposeFile.texts(container.path("security_opt"))
                                        .contains("no-new-privileges:true"),
                                "can gain privileges"),
                        fault(container.path("privileged").asBoolean(), "is privileged"),
                        fault(limits.path("memory").isMissingNode(), "may take all memory"),
                        fault(limits.path("cpus").isMissingNode(), "may take all cores"),
                        fault(container.path("restart").isMissingNode(), "stays down when it fails"))
                .flatMap(fault -> fault)
                .map(fault -> name + " " + fault);
    }

    private static boolean matches(Pattern pattern, JsonNode text) {
        return pattern.matcher(text.asText()).matches();
    }

    private static Stream<String> fault(boolean there, String text) {
        return there ? Stream.of(text) : Stream.empty();
    }
}
