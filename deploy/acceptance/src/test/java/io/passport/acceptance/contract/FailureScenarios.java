package io.passport.acceptance.contract;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RequestBody;
import io.passport.acceptance.visitor.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How each documented failure is provoked. A request also has later failures of its operation, as far as it can. */
final class FailureScenarios {

    private static final String TOO_LONG = "x".repeat(129);

    /** By the field, values that break its rule and their errmsg. */
    private static final Map<String, Map<String, String>> INVALID = Map.of(
            "mobile", Map.of("12800000000", "手机号格式错误"),
            "sms_code", Map.of("12345a", "短信验证码格式错误"),
            "password", Map.of(TOO_LONG, "密码长度不正确"),
            "old_password", Map.of(TOO_LONG, "密码长度不正确"),
            "name", Map.of("<b>name</b>", "用户名为 1 到 32 个字符，可用文字、数字、空格、表情和 _ - . ·"),
            "real_name", Map.of("王1明", "真实姓名格式错误"),
            "id_card", Map.of("110105194912310021", "身份证号格式错误"));

    private final Map<DocumentedFailure, List<Supplier<ApiResponse>>> byFailure = new LinkedHashMap<>();

    static FailureScenarios of(LaunchedPassport passport) {
        FailureScenarios all = new FailureScenarios();
        new CodeFailures(passport).addTo(all);
        new SignInFailures(passport).addTo(all);
        new CredentialFailures(passport).addTo(all);
        new ProfileFailures(passport).addTo(all);
        return all;
    }

    /** Adds a scenario. A failure can have several, which all are run. */
    void add(String request, String errno, String errmsg, Supplier<ApiResponse> scenario) {
        byFailure
                .computeIfAbsent(new DocumentedFailure(request, errno, errmsg), failure -> new ArrayList<>())
                .add(scenario);
    }

    /**
     * Adds the failures of an operation's JSON body: no object, a missing field, and a field that breaks its rule.
     *
     * @param client sends the requests
     * @param valid a body that has none of these failures
     */
    void addBody(String request, Supplier<Visitor> client, Map<String, String> valid) {
        add(request, "4103", "参数错误", () -> send(client.get(), request, RequestBody.calledJson("[]")));
        add(request, "4103", "参数不完整", () -> {
            Map<String, String> body = new HashMap<>(valid);
            body.remove(valid.keySet().stream().sorted().toList().getLast());
            return send(client.get(), request, RequestBody.json(body));
        });
        valid.keySet()
                .forEach(field -> INVALID.getOrDefault(field, Map.of())
                        .forEach((value, errmsg) -> addField(request, client, valid, field, value, errmsg)));
    }

    /** Adds the failures of a new password, which must be printable, long enough and uncommon. */
    void addNewPassword(String request, Supplier<Visitor> client, Map<String, String> valid, String field) {
        addField(request, client, valid, field, "line\nbreak 9", "密码含有不可用的字符");
        addField(request, client, valid, field, "seven77", "密码长度为 8 到 128 个字符");
        addField(request, client, valid, field, "password123", "密码过于常见，请换一个");
    }

    /** Adds a failure of one field, with {@code 4103}. */
    void addField(
            String request,
            Supplier<Visitor> client,
            Map<String, String> valid,
            String field,
            String value,
            String errmsg) {
        add(request, "4103", errmsg, () -> {
            Map<String, String> body = new HashMap<>(valid);
            body.put(field, value);
            return send(client.get(), request, RequestBody.json(body));
        });
    }

    /** Adds the failure of a password with an unpaired surrogate, the only character that signing in rejects. */
    void addUnpairedSurrogate(String request, Supplier<Visitor> client, String otherFields) {
        String body = "{%s,\"password\":\"half \\uD83D\"}".formatted(otherFields);
        add(request, "4103", "密码含有不可用的字符", () -> send(client.get(), request, RequestBody.calledJson(body)));
    }

    private static ApiResponse send(Visitor client, String request, RequestBody body) {
        String[] methodAndPath = request.split(" /", 2);
        return client.send(methodAndPath[0], methodAndPath[1], body);
    }

    /** The failures that have a scenario. */
    Set<DocumentedFailure> failures() {
        return byFailure.keySet();
    }

    /** Runs every scenario of a failure. */
    List<ApiResponse> run(DocumentedFailure failure) {
        return byFailure.getOrDefault(failure, List.of()).stream()
                .map(Supplier::get)
                .toList();
    }
}
