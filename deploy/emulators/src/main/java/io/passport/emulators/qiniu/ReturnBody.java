package io.passport.emulators.qiniu;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * A response to an upload that the policy defines. A variable is a whole JSON value, {@code {"key":$(key)}}, or a part of a
 * JSON string, {@code {"key":"$(key)"}} (developer.qiniu.com/kodo/1235/vars).
 */
final class ReturnBody {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([^)]*)\\)");
    private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\"");

    private final String template;

    ReturnBody(String template) {
        this.template = template;
    }

    /** Replaces the variables in the template. Returns JSON. */
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
