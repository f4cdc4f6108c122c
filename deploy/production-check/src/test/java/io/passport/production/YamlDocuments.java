package io.passport.production;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Parses YAML to trees. Uses SnakeYAML, because Jackson's reader does not support merge keys ({@code <<}). */
final class YamlDocuments {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private YamlDocuments() {}

    /** All documents of a stream that are not empty; a duplicate key is an error. */
    static List<ObjectNode> parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new Yaml(new SafeConstructor(options)).loadAll(text);
        return StreamSupport.stream(documents.spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> MAPPER.convertValue(document, ObjectNode.class))
                .toList();
    }
}
