package io.passport.emulators.qiniu;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * A policy's own answer to an upload. Its variables stand either for a whole JSON value, {@code {"key":$(key)}}, or
 * within a JSON string, {@code {"key":"$(key)"}} (developer.qiniu.com/kodo/1235/vars).
 */
final class ReturnBody {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([^)]*)\\)");
    private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\"");

    private final String template;

    ReturnBody(String template) {
        this.template = template;
    }

    /** The template with its variables filled in, as a piece of JSON. */
    RawValue filled(StoredObject object, String bucket, String fileName) throws QiniuApiException {
        Map<String, Object> values = Map.of(
                "bucket", bucket,
                "key", object.key(),
                "etag", object.hash(),
                "fname", fileName,
                "fsize", object.fsize(),
                "mimeType", object.mimeType());
        requireKnown(values);
        return new RawValue(
                VARIABLE.matcher(template).replaceAll(variable -> Matcher.quoteReplacement(json(values, variable))));
    }

    private void requireKnown(Map<String, Object> values) throws QiniuApiException {
        for (MatchResult variable : VARIABLE.matcher(template).results().toList()) {
            if (!values.containsKey(variable.group(1))) {
                throw new QiniuApiException(400, "variable is beyond this emulator: " + variable.group());
            }
        }
    }

    private String json(Map<String, Object> values, MatchResult variable) {
        String json = JsonMapper.shared().writeValueAsString(values.get(variable.group(1)));
        long quotesBefore =
                QUOTE.matcher(template.substring(0, variable.start())).results().count();
        boolean withinString = quotesBefore % 2 == 1;
        return withinString && json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }
}
