package io.passport.acceptance.contract;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.RequestBody;
import io.passport.acceptance.visitor.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Failures of profile, avatar, name and real name. */
final class ProfileFailures {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String NOT_SIGNED_IN = "用户未登录";
    private static final String NO_ACCOUNT = "无效操作";
    private static final byte[] NO_PICTURE = "Just a text.".getBytes(StandardCharsets.UTF_8);

    private final LaunchedPassport passport;

    ProfileFailures(LaunchedPassport passport) {
        this.passport = passport;
    }

    void addTo(FailureScenarios all) {
        all.add("GET /user", "4101", NOT_SIGNED_IN, () -> visitor().profile());
        all.add("GET /user", "4002", NO_ACCOUNT, () -> deletedUser().profile());
        addAvatar(all);
        addName(all);
        addRealName(all);
    }

    private void addAvatar(FailureScenarios all) {
        String request = "POST /user/avatar";
        all.add(request, "4101", NOT_SIGNED_IN, () -> visitor().uploadAvatar(NO_PICTURE));
        all.add(
                request,
                "4103",
                "请以 multipart/form-data 上传头像图片",
                () -> newUser().post("user/avatar", RequestBody.ofType("multipart/form-data", NO_PICTURE)));
        all.add(request, "4103", "上传内容过大，图片不能超过 5 MB", () -> newUser().uploadAvatar(new byte[5 * MEBIBYTE + 1]));
        all.add(request, "4103", "…", () -> newUser().uploadAvatar(NO_PICTURE));
    }

    private void addName(FailureScenarios all) {
        String request = "PUT /user/name";
        all.add(request, "4101", NOT_SIGNED_IN, () -> visitor().changeName("<"));
        all.add(request, "4103", "参数不完整", () -> newUser().put("user/name", Map.of()));
        all.add(request, "4103", "用户名为 1 到 32 个字符…", () -> newUser().changeName("<b>name</b>"));
        all.add(request, "4001", "用户名已存在", () -> {
            Visitor other = newUser();
            String name = "Name " + System.nanoTime();
            other.changeName(name).isOk();
            return newUser().changeName(name.toUpperCase(Locale.ROOT));
        });
    }

    private void addRealName(FailureScenarios all) {
        String request = "POST /user/auth";
        all.add(request, "4101", NOT_SIGNED_IN, () -> visitor().verifyRealName("", "1"));
        all.add(request, "4103", "参数不完整", () -> newUser().post("user/auth", Map.of("real_name", "1")));
        all.add(request, "4103", "真实姓名格式错误", () -> newUser().verifyRealName("王1明", newIdCard()));
        all.add(request, "4103", "身份证号格式错误", () -> newUser().verifyRealName(newRealName(), "110105194912310021"));
        all.add(request, "4103", "姓名与身份证号不一致", () -> newUser().verifyRealName("不符" + newRealName(), newIdCard()));
        String used = "已实名认证或身份证号已被使用";
        all.add(request, "4003", used, () -> {
            Visitor user = newUser();
            user.verifyRealName(newRealName(), newIdCard()).isOk();
            return user.verifyRealName(newRealName(), newIdCard());
        });
        all.add(request, "4003", used, () -> {
            String name = newRealName();
            String card = newIdCard();
            newUser().verifyRealName(name, card).isOk();
            return newUser().verifyRealName(name, card);
        });
        all.add("GET /user/auth", "4101", NOT_SIGNED_IN, () -> visitor().realName());
        all.add("GET /user/auth", "4002", NO_ACCOUNT, () -> deletedUser().realName());
    }

    private Visitor deletedUser() {
        RegisteredUser user = RegisteredUser.of(passport);
        passport.database().deleteAccount(user.id());
        return user.visitor();
    }

    private Visitor newUser() {
        return RegisteredUser.of(passport).visitor();
    }

    private Visitor visitor() {
        return Visitor.of(passport);
    }

    private String newRealName() {
        return passport.secrets().newRealName();
    }

    private String newIdCard() {
        return passport.secrets().newIdCard();
    }
}
