package io.passport.acceptance.malformed;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Operations that take a JSON object answer any other body with {@code 4103}. */
@PassportTest
@TestInstance(Lifecycle.PER_CLASS)
class MalformedJsonIT {

    private final RegisteredUser user;

    MalformedJsonIT(LaunchedPassport passport) {
        this.user = RegisteredUser.of(passport);
    }

    @TestFactory
    Stream<DynamicTest> operationWhenTheBodyIsNotAJsonObjectThenParameterError() {
        return Stream.of(Operation.values())
                .flatMap(operation -> JsonBodies.malformed().entrySet().stream()
                        .map(body -> DynamicTest.dynamicTest(
                                operation + ": " + body.getKey(),
                                () -> send(operation, RequestBody.calledJson(body.getValue())))));
    }

    @Test
    void operationWhenThereIsNoBodyThenParameterError() {
        RequestBody none = RequestBody.calledJson("");
        send(Operation.REGISTER, none);
        send(Operation.RENAME, none);
    }

    @Test
    void operationWhenAPropertyIsDuplicatedThenParameterError() {
        send(Operation.LOG_IN, RequestBody.calledJson("""
                {"mobile":"%s","password":"%s","password":"%s"}""".formatted(user.mobile(), "wrong password", user.password())));
        send(Operation.RENAME, RequestBody.calledJson("""
                {"name":"one","name":"two"}"""));
    }

    @Test
    void operationWhenAStringIsNotUtf8ThenParameterError() {
        byte[] body = "{\"name\":\"ab\"}".getBytes(StandardCharsets.US_ASCII);
        body[10] = (byte) 0xFF;
        send(Operation.RENAME, RequestBody.calledJson(body));
    }

    @Test
    void operationWhenAPropertyIsUnknownThenItIsIgnored() {
        user.visitor()
                .post("sessions", RequestBody.calledJson("""
                        {"mobile":"%s","password":"%s","remember":true,"deep":{"a":[1]}}""".formatted(user.mobile(), user.password())))
                .isOk();
    }

    private void send(Operation operation, RequestBody body) {
        operation.by(user.visitor(), body).isError("4103").hasNoData();
    }
}
