package io.passport.production;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A change that makes one value wrong. A check must report it.
 *
 * @param pointer JSON pointer to the value; its parent must exist
 * @param value the new value; null removes it
 */
record Mutation(String pointer, @Nullable Object value) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Mutation set(String pointer, Object value) {
        return new Mutation(pointer, value);
    }

    static Mutation remove(String pointer) {
        return new Mutation(pointer, null);
    }

    /** A changed copy. */
    ObjectNode of(ObjectNode whole) {
        ObjectNode copy = whole.deepCopy();
        JsonPointer path = JsonPointer.compile(pointer);
        String last = path.last().getMatchingProperty();
        switch (copy.at(path.head())) {
            case ObjectNode parent when value == null -> parent.remove(last);
            case ObjectNode parent -> parent.set(last, tree());
            case ArrayNode parent when value == null -> parent.remove(Integer.parseInt(last));
            case ArrayNode parent when "-".equals(last) -> parent.add(tree());
            case ArrayNode parent -> parent.set(Integer.parseInt(last), tree());
            case JsonNode other -> throw new IllegalArgumentException("Nothing at " + pointer + ": " + other);
        }
        return copy;
    }

    private JsonNode tree() {
        return MAPPER.valueToTree(value);
    }

    @Override
    public String toString() {
        return value == null ? "without " + pointer : pointer + " = " + value;
    }
}
