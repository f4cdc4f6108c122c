package io.passport.acceptance.malformed;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that are not a JSON object. */
final class JsonBodies {

    private JsonBodies() {}

    /** The bodies by a description. */
    static Map<String, byte[]> malformed() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("spaces", "   ");
        texts.put("a word", "hello");
        texts.put("a form", "mobile=13800000000&password=x");
        texts.put("an array", "[]");
        texts.put("an array of objects", "[{\"mobile\":\"13800000000\"}]");
        texts.put("a string", "\"mobile\"");
        texts.put("a number", "1");
        texts.put("true", "true");
        texts.put("null", "null");
        texts.put("an empty object", "{}");
        texts.put("cut off", "{\"mobile\":\"1380");
        texts.put("single quotes", "{'mobile':'13800000000'}");
        texts.put("two objects", "{}{}");
        texts.put("400 arrays", nested("[", "]", 400));
        texts.put("400 objects", nested("{\"mobile\":", "}", 400));
        texts.put("400 arrays, never closed", "[".repeat(400));
        texts.put("10000 arrays", nested("[", "]", 10_000));
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        texts.forEach((what, text) -> bodies.put(what, text.getBytes(StandardCharsets.UTF_8)));
        bodies.put("bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
        bodies.put("nothing but zeros", new byte[32]);
        return bodies;
    }

    /** A value of 400 nested arrays. */
    static String deepValue() {
        return nested("[", "]", 400);
    }

    private static String nested(String open, String close, int times) {
        return open.repeat(times) + (open.endsWith(":") ? "1" : "") + close.repeat(times);
    }
}
