package io.passport.acceptance.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One OpenAPI document of what several services describe. Paths and components are sorted by name. */
final class OpenApiDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private OpenApiDocument() {}

    /**
     * Merges documents that have the same frame.
     *
     * @throws IllegalArgumentException if two documents describe one name differently
     */
    static String merge(List<String> documents) {
        List<ObjectNode> parts = documents.stream()
                .map(JSON::readTree)
                .map(ObjectNode.class::cast)
                .toList();
        ObjectNode merged = parts.getFirst().deepCopy();
        parts.forEach(part -> add(part, merged));
        sort(merged.withObject("/paths"));
        merged.withObject("/components").forEach(kind -> sort((ObjectNode) kind));
        var printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(INDENTER)
                .withArrayIndenter(INDENTER);
        return JSON.writer().with(printer).writeValueAsString(merged) + "\n";
    }

    private static void add(JsonNode from, ObjectNode to) {
        for (Map.Entry<String, JsonNode> property : from.properties()) {
            JsonNode present = to.get(property.getKey());
            if (present == null) {
                to.set(property.getKey(), property.getValue());
            } else if (present.isObject() && property.getValue().isObject()) {
                add(property.getValue(), (ObjectNode) present);
            } else if (!present.equals(property.getValue())) {
                throw new IllegalArgumentException("Two services describe " + property.getKey() + " differently");
            }
        }
    }

    private static void sort(ObjectNode node) {
        var sorted = node.propertyStream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
        node.removeAll();
        sorted.forEach(property -> node.set(property.getKey(), property.getValue()));
    }
}
