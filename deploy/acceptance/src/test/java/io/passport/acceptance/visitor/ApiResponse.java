package io.passport.acceptance.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP response, with assertions. All of them except {@link #hasStatus} and those on headers also check that the body is
 * an envelope and nothing else.
 */
public final class ApiResponse {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of("errno", "errmsg", "data");

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    ApiResponse(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Asserts success with the default text. */
    public ApiResponse isOk() {
        return isOk("OK");
    }

    /** Asserts success with this text. */
    public ApiResponse isOk(String errmsg) {
        return hasEnvelope(200, "0", errmsg);
    }

    /** Asserts HTTP 200 with this error. */
    public ApiResponse isError(String errno) {
        assertThat(errno).isNotEqualTo("0");
        JsonNode envelope = envelope();
        assertThat(status).as("status of %s", this).isEqualTo(200);
        assertThat(envelope.get("errno").asString()).as("errno of %s", this).isEqualTo(errno);
        return this;
    }

    /** Asserts HTTP 200 with this error and text. */
    public ApiResponse isError(String errno, String errmsg) {
        return hasEnvelope(200, errno, errmsg);
    }

    /** Asserts an error with this HTTP status. */
    public ApiResponse isRejected(int expected) {
        assertThat(errno()).as("errno of %s", this).isNotEqualTo("0");
        return hasStatus(expected);
    }

    /** Asserts the HTTP status only. */
    public ApiResponse hasStatus(int expected) {
        assertThat(status).as("status of %s", this).isEqualTo(expected);
        return this;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    /** The envelope's {@code errno}. */
    public String errno() {
        return envelope().get("errno").asString();
    }

    /** The envelope's {@code errmsg}. */
    public String errmsg() {
        return envelope().get("errmsg").asString();
    }

    /** The envelope's {@code data}, which must be there. */
    public JsonNode data() {
        JsonNode data = envelope().get("data");
        assertThat(data).as("data of %s", this).isNotNull();
        return data;
    }

    /** Asserts that the envelope has no {@code data}. */
    public ApiResponse hasNoData() {
        assertThat(envelope().has("data")).as("whether %s has data", this).isFalse();
        return this;
    }

    /** Asserts that the whole {@code errmsg} matches. */
    public ApiResponse hasErrmsg(Pattern pattern) {
        assertThat(errmsg()).as("errmsg of %s", this).matches(pattern);
        return this;
    }

    /** Asserts that {@code data} has exactly these names, or is not there if there are none. */
    public ApiResponse hasNoDataExcept(Set<String> names) {
        if (names.isEmpty()) {
            return hasNoData();
        }
        assertThat(data().propertyNames()).as("data of %s", this).containsExactlyInAnyOrderElementsOf(names);
        return this;
    }

    /** Asserts that {@code data.retry_after} is from 1 to this many seconds. */
    public ApiResponse hasRetryAfterUpTo(int seconds) {
        assertThat(data().path("retry_after").asInt())
                .as("retry_after of %s", this)
                .isBetween(1, seconds);
        return this;
    }

    /** The value of a header, which must be there exactly once. */
    public String header(String name) {
        assertThat(headers.allValues(name)).as("%s of %s", name, this).hasSize(1);
        return headers.firstValue(name).orElseThrow();
    }

    /** The {@code Set-Cookie} of the session, if there is one. */
    public Optional<String> sessionCookie() {
        return headers.allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("session="))
                .findFirst();
    }

    private ApiResponse hasEnvelope(int expectedStatus, String errno, String errmsg) {
        JsonNode envelope = envelope();
        assertThat(status).as("status of %s", this).isEqualTo(expectedStatus);
        assertThat(envelope.get("errno").asString()).as("errno of %s", this).isEqualTo(errno);
        assertThat(envelope.get("errmsg").asString()).as("errmsg of %s", this).isEqualTo(errmsg);
        return this;
    }

    private JsonNode envelope() {
        assertThat(header("content-type")).as("type of %s", this).matches("application/json(;\\s*charset=(?i)utf-8)?");
        JsonNode envelope = read();
        assertThat(envelope.isObject()).as("%s is an object", this).isTrue();
        assertThat(envelope.propertyNames()).as("names in %s", this).isSubsetOf(FIELDS);
        assertThat(envelope.path("errno").isString())
                .as("errno of %s is a string", this)
                .isTrue();
        assertThat(envelope.path("errmsg").isString())
                .as("errmsg of %s is a string", this)
                .isTrue();
        return envelope;
    }

    private JsonNode read() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new AssertionError("No JSON: " + this, e);
        }
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return status + " " + (text.length() > 500 ? text.substring(0, 500) + "…" : text);
    }
}
