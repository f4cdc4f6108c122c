package io.passport.common.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bodies of all types and of none. */
class RejectWildcardContentTypeTests {

    private static final WebApplicationContextRunner SERVICE = ApiTestService.of(Operation.class);

    @RestController
    static class Operation {

        @RequestMapping("/operation")
        Envelope<?> operation(@RequestBody(required = false) Wanted wanted) {
            return Envelope.ok();
        }
    }

    record Wanted(String name) {}

    @ParameterizedTest
    @CsvSource({
        "POST, */*, 415",
        "PUT, application/*, 415",
        "POST, application/*;charset=UTF-8, 415",
        "POST, text/plain, 415",
        "POST, application/json;a=\"*\", 200",
        "PUT, application/json, 200"
    })
    void sendBodyWhenItsTypeIsMissingOrNotJsonThenItIsRejected(String method, String type, int status) {
        SERVICE.run(service -> {
            var answer = MockMvcBuilders.webAppContextSetup(service)
                    .build()
                    .perform(request(HttpMethod.valueOf(method), "/operation")
                            .header("Content-Type", type)
                            .content("{\"name\":\"x\"}"))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getContentAsString()).contains(status == 200 ? "\"errno\":\"0\"" : "\"errno\":\"4201\"");
        });
    }
}
