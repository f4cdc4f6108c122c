package io.passport.acceptance.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP answer, and what a test may say of it. Every statement but {@link #hasStatus} and those on headers includes
 * that the body is the contract's envelope and nothing else.
 */
public final class Answer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of("errno", "errmsg", "data");

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Success with the default text. */
    public Answer isOk() {
        return isOk("OK");
    }

    /** Success with a text of the operation's own. */
    public Answer isOk(String errmsg) {
        return says(200, "0", errmsg);
    }

    /** The application decided against it, for this reason. */
    public Answer isRefusal(String errno) {
        assertThat(errno).isNotEqualTo("0");
        JsonNode envelope = envelope();
        assertThat(status).as("status of %s", this).isEqualTo(200);
        assertThat(envelope.get("errno").asString()).as("errno of %s", this).isEqualTo(errno);
        return this;
    }

    /** The application decided against it, for this reason and in these words. */
    public Answer isRefusal(String errno, String errmsg) {
        return says(200, errno, errmsg);
    }

    /** Turned away with a status that no page waits for. */
    public Answer isTurnedAway(int expected) {
        assertThat(errno()).as("errno of %s", this).isNotEqualTo("0");
        return hasStatus(expected);
    }

    /** Nothing but this status. */
    public Answer hasStatus(int expected) {
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

    /** The code of the envelope. */
    public String errno() {
        return envelope().get("errno").asString();
    }

    /** The text of the envelope. */
    public String errmsg() {
        return envelope().get("errmsg").asString();
    }

    /** What the envelope holds beside code and text. */
    public JsonNode data() {
        JsonNode data = envelope().get("data");
        assertThat(data).as("data of %s", this).isNotNull();
        return data;
    }

    /** The envelope has no data. */
    public Answer hasNoData() {
        assertThat(envelope().has("data")).as("whether %s has data", this).isFalse();
        return this;
    }

    /** The value of a header that must be there once. */
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

    private Answer says(int expectedStatus, String errno, String errmsg) {
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
