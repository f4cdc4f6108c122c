package io.passport.common.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each kind of answer that a service gives, to clients that say they want another, or nonsense. */
class AcceptHeaderTests {

    private static final WebApplicationContextRunner SERVICE = ApiTestService.of(Operations.class);

    @RestController
    static class Operations {

        @GetMapping("/envelope")
        Envelope<?> envelope() {
            return Envelope.ok(Map.of("user_id", 1));
        }

        @GetMapping("/refusal")
        Envelope<?> refusal() {
            throw ApiException.of(ErrorCode.DATAERR);
        }

        @GetMapping("/picture")
        ResponseEntity<byte[]> picture() {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("image/jpg"))
                    .body("a picture".getBytes(StandardCharsets.US_ASCII));
        }

        @GetMapping(path = "/report", produces = "text/plain;charset=UTF-8")
        String report() {
            return "a report";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/jpg",
                "application/json;q=0",
                "text/plain, application/xml",
                "nonsense",
                "*/*"
            })
    void answerWhenAcceptNamesAnyTypeThenItIsIgnored(String accept) {
        SERVICE.run(service -> {
            MockMvc client = MockMvcBuilders.webAppContextSetup(service).build();
            assertThat(answer(client, "/envelope", accept))
                    .isEqualTo("200 application/json {\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"user_id\":1}}");
            assertThat(answer(client, "/refusal", accept))
                    .isEqualTo("200 application/json {\"errno\":\"4004\",\"errmsg\":\"数据错误\"}");
            assertThat(answer(client, "/picture", accept)).isEqualTo("200 image/jpg a picture");
            assertThat(answer(client, "/report", accept)).isEqualTo("200 text/plain;charset=UTF-8 a report");
        });
    }

    private static String answer(MockMvc client, String path, String accept) throws Exception {
        var answer =
                client.perform(get(path).header("Accept", accept)).andReturn().getResponse();
        return answer.getStatus() + " " + answer.getContentType() + " "
                + answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
