package io.passport.testing.internalcall;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP response with its whole body. */
public record TestResponse(HttpResponse<byte[]> response) {
    public int status() {
        return response.statusCode();
    }

    /** The first value of a header, or an empty string. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return response.body();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON; throws a JacksonException if it is none. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(text());
    }

    /** Status, errno and errmsg: {@code 200 4103 参数不完整}. */
    public String line() {
        return status() + " " + json().path("errno").asString("") + " "
                + json().path("errmsg").asString("");
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
