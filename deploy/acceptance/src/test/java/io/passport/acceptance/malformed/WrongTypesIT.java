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

    private static final Map<Operation, Map<String, String>> GOOD = Map.of(
            Operation.REGISTER,
                    Map.of("mobile", "\"13800000000\"", "sms_code", "\"123456\"", "password", "\"a good one 1\""),
            Operation.LOG_IN, Map.of("mobile", "\"13800000000\"", "password", "\"a good one 1\""),
            Operation.LOG_IN_BY_SMS, Map.of("mobile", "\"13800000000\"", "sms_code", "\"123456\""),
            Operation.CHANGE_PASSWORD, Map.of("old_password", "\"a good one 1\"", "new_password", "\"a good one 2\""),
            Operation.RESET_PASSWORD,
                    Map.of("mobile", "\"13800000000\"", "sms_code", "\"123456\"", "password", "\"a good one 1\""),
            Operation.CHANGE_MOBILE,
                    Map.of("mobile", "\"13800000000\"", "sms_code", "\"123456\"", "password", "\"a good one 1\""),
            Operation.RENAME, Map.of("name", "\"somebody\""),
            Operation.VERIFY, Map.of("real_name", "\"王小明\"", "id_card", "\"11010519491231002X\""));

    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[\"13800000000\"]",
            "1.5",
            "1.38e10",
            "-1",
            "1e999",
            // half of a character, which JSON can say and no text is
            "\"half of \\uD83D\"",
            JsonBodies.deepValue());

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
        send(Operation.REGISTER, "password", "12345678901").isRefusal("4103");
        send(Operation.LOG_IN, "password", "12345678901").isRefusal("4103");
        send(Operation.RENAME, "name", "12345678901").isRefusal("4103");
        send(Operation.VERIFY, "real_name", "12345678901").isRefusal("4103");
        send(Operation.VERIFY, "id_card", "110105194912310029").isRefusal("4103");
    }

    @Test
    void operationWhenANumberIsAsGoodAsTheStringThenItIsTaken() {
        send(Operation.REGISTER, "mobile", "13800000000").isRefusal("4002", "短信验证码已过期");
        send(Operation.REGISTER, "sms_code", "123456").isRefusal("4002", "短信验证码已过期");
    }

    private Answer send(Operation operation, String field, String value) {
        String json = GOOD.get(operation).entrySet().stream()
                .map(good ->
                        "\"%s\":%s".formatted(good.getKey(), good.getKey().equals(field) ? value : good.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return operation.by(member.visitor(), Body.calledJson(json));
    }

    private static String shortened(String value) {
        return value.length() > 20 ? value.substring(0, 20) + "…" : value;
    }
}
