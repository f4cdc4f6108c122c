package io.passport.production;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as a tree. Jackson's own reader does not know merge keys ({@code <<}), so SnakeYAML reads. */
final class YamlDocuments {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private YamlDocuments() {}

    /** All documents of a stream that are not empty; a key that stands twice is an error. */
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
