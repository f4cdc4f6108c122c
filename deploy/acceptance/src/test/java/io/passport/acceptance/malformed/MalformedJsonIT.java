package io.passport.acceptance.malformed;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Body;
import io.passport.acceptance.visitor.Member;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whatever is sent in place of a JSON object: {@code 4103} from every operation that takes one. */
@AgainstPassport
@TestInstance(Lifecycle.PER_CLASS)
class MalformedJsonIT {

    private final Member member;

    MalformedJsonIT(Passport passport) {
        this.member = Member.of(passport);
    }

    @TestFactory
    Stream<DynamicTest> operationWhenTheBodyIsNoJsonObjectThenParameterError() {
        return Stream.of(Operation.values())
                .flatMap(operation -> JsonBodies.malformed().entrySet().stream()
                        .map(body -> DynamicTest.dynamicTest(
                                operation + ": " + body.getKey(),
                                () -> send(operation, Body.calledJson(body.getValue())))));
    }

    @Test
    void operationWhenThereIsNoBodyThenParameterError() {
        Body none = Body.calledJson("");
        send(Operation.REGISTER, none);
        send(Operation.RENAME, none);
    }

    @Test
    void operationWhenAPropertyIsThereTwiceThenParameterError() {
        send(Operation.LOG_IN, Body.calledJson("""
                {"mobile":"%s","password":"%s","password":"%s"}""".formatted(member.mobile(), "wrong password", member.password())));
        send(Operation.RENAME, Body.calledJson("""
                {"name":"one","name":"two"}"""));
    }

    @Test
    void operationWhenAStringIsNoUtf8ThenParameterError() {
        byte[] body = "{\"name\":\"ab\"}".getBytes(StandardCharsets.US_ASCII);
        body[10] = (byte) 0xFF;
        send(Operation.RENAME, Body.calledJson(body));
    }

    @Test
    void operationWhenItKnowsNotAllPropertiesThenItTakesThoseThatItKnows() {
        member.visitor()
                .post("sessions", Body.calledJson("""
                        {"mobile":"%s","password":"%s","remember":true,"deep":{"a":[1]}}""".formatted(member.mobile(), member.password())))
                .isOk();
    }

    private void send(Operation operation, Body body) {
        operation.by(member.visitor(), body).isRefusal("4103").hasNoData();
    }
}
