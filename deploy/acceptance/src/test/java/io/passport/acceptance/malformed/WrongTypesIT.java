package io.passport.acceptance.malformed;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A field with a value of another type gets {@code 4103}. A number is accepted only as a mobile or an SMS code. */
@PassportTest
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
            Operation.RENAME, Map.of("name", "\"a name\""),
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
            // an unpaired surrogate: valid JSON, not valid text
            "\"half of \\uD83D\"",
            JsonBodies.deepValue());

    private final RegisteredUser user;

    WrongTypesIT(LaunchedPassport passport) {
        this.user = RegisteredUser.of(passport);
    }

    @TestFactory
    Stream<DynamicTest> operationWhenAFieldHasAnotherTypeThenParameterError() {
        return GOOD.entrySet().stream()
                .flatMap(operation -> operation.getValue().keySet().stream()
                        .flatMap(field -> WRONG.stream()
                                .map(value -> DynamicTest.dynamicTest(
                                        operation.getKey() + ": " + field + " " + shortened(value),
                                        () -> send(operation.getKey(), field, value)
                                                .isError("4103")
                                                .hasNoData()))));
    }

    @Test
    void operationWhenAPasswordNameOrCardIsANumberThenParameterError() {
        send(Operation.REGISTER, "password", "12345678901").isError("4103");
        send(Operation.LOG_IN, "password", "12345678901").isError("4103");
        send(Operation.RENAME, "name", "12345678901").isError("4103");
        send(Operation.VERIFY, "real_name", "12345678901").isError("4103");
        send(Operation.VERIFY, "id_card", "110105194912310029").isError("4103");
    }

    @Test
    void operationWhenAMobileOrCodeIsANumberThenItIsAccepted() {
        send(Operation.REGISTER, "mobile", "13800000000").isError("4002", "短信验证码已过期");
        send(Operation.REGISTER, "sms_code", "123456").isError("4002", "短信验证码已过期");
    }

    private ApiResponse send(Operation operation, String field, String value) {
        String json = GOOD.get(operation).entrySet().stream()
                .map(good ->
                        "\"%s\":%s".formatted(good.getKey(), good.getKey().equals(field) ? value : good.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return operation.by(user.visitor(), RequestBody.calledJson(json));
    }

    private static String shortened(String value) {
        return value.length() > 20 ? value.substring(0, 20) + "…" : value;
    }
}
