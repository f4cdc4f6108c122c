package io.passport.verify;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return response.body();
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Status, errno and errmsg: {@code 200 4103 参数不完整}. */
    public String line() {
        return status() + " " + json().path("errno").asString("") + " "
                + json().path("errmsg").asString("");
    }
}
