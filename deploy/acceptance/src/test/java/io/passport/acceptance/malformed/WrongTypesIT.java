package io.passport.acceptance.malformed;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Body;
import io.passport.acceptance.visitor.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Each field of each body with a value of another type: {@code 4103}; a number stands for a mobile only. */
@AgainstPassport
@TestInstance(Lifecycle.PER_CLASS)
class WrongTypesIT {

    private static final Map<String, Map<String, String>> GOOD = Map.of(
            "POST users", Map.of("mobile", "\"13800000000\"", "sms_code", "\"123456\"", "password", "\"a good one 1\""),
            "POST sessions", Map.of("mobile", "\"13800000000\"", "password", "\"a good one 1\""),
            "PUT user/name", Map.of("name", "\"somebody\""),
            "POST user/auth", Map.of("real_name", "\"王小明\"", "id_card", "\"11010519491231002X\""));

    private static final List<String> WRONG = List.of(
            "null", "true", "[]", "{}", "[\"13800000000\"]", "1.5", "1.38e10", "-1", "1e999", JsonBodies.deepValue());

    private final Member member;

    WrongTypesIT(Passport passport) {
        this.member = Member.of(passport);
    }

    @TestFactory
    Stream<DynamicTest> operationWhenAFieldHasAnotherTypeThenParameterError() {
        return GOOD.entrySet().stream()
                .flatMap(operation -> operation.getValue().keySet().stream()
                        .flatMap(field -> WRONG.stream()
                                .map(value -> DynamicTest.dynamicTest(
                                        operation.getKey() + ": " + field + " " + shortened(value),
                                        () -> send(operation.getKey(), field, value)
                                                .isRefusal("4103")
                                                .hasNoData()))));
    }

    @Test
    void operationWhenANumberStandsForAPasswordNameOrCardThenParameterError() {
        send("POST users", "password", "12345678901").isRefusal("4103");
        send("POST sessions", "password", "12345678901").isRefusal("4103");
        send("PUT user/name", "name", "12345678901").isRefusal("4103");
        send("POST user/auth", "real_name", "12345678901").isRefusal("4103");
        send("POST user/auth", "id_card", "110105194912310029").isRefusal("4103");
    }

    @Test
    void operationWhenANumberIsAsGoodAsTheStringThenItIsTaken() {
        send("POST users", "mobile", "13800000000").isRefusal("4002", "短信验证码已过期");
        send("POST users", "sms_code", "123456").isRefusal("4002", "短信验证码已过期");
    }

    private Answer send(String operation, String field, String value) {
        String json = GOOD.get(operation).entrySet().stream()
                .map(good ->
                        "\"%s\":%s".formatted(good.getKey(), good.getKey().equals(field) ? value : good.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        String[] words = operation.split(" ");
        return member.visitor().send(words[0], words[1], Body.calledJson(json));
    }

    private static String shortened(String value) {
        return value.length() > 20 ? value.substring(0, 20) + "…" : value;
    }
}
