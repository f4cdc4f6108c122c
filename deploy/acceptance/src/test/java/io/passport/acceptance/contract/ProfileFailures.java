package io.passport.acceptance.contract;

import static io.passport.acceptance.contract.Fixture.NOT_SIGNED_IN;
import static io.passport.acceptance.contract.Fixture.NO_ACCOUNT;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.RequestBody;
import io.passport.acceptance.visitor.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Failures of profile, avatar, name and real name. */
final class ProfileFailures {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int CHECKS_A_DAY = 10;
    private static final byte[] NO_PICTURE = "Just a text.".getBytes(StandardCharsets.UTF_8);

    private final LaunchedPassport passport;
    private final Fixture fixture;

    ProfileFailures(LaunchedPassport passport) {
        this.passport = passport;
        this.fixture = new Fixture(passport);
    }

    void addTo(FailureScenarios all) {
        all.add("GET /user", "4101", NOT_SIGNED_IN, () -> fixture.visitor().profile());
        all.add("GET /user", "4002", NO_ACCOUNT, () -> fixture.deletedUser().profile());
        addAvatarForms(all);
        addAvatarPictures(all);
        addName(all);
        addRealName(all);
    }

    private void addAvatarForms(FailureScenarios all) {
        String request = "POST /user/avatar";
        byte[] picture = Pictures.of("png", 40, 30);
        all.add(request, "4101", NOT_SIGNED_IN, () -> fixture.visitor().uploadAvatar(NO_PICTURE));
        all.add(
                request,
                "4103",
                "请以 multipart/form-data 上传头像图片",
                () -> fixture.signedIn().post("user/avatar", RequestBody.ofType("multipart/form-data", NO_PICTURE)));
        all.add(request, "4103", "请选择头像图片", () -> fixture.signedIn().post("user/avatar", Map.of("avatar", "me.png")));
        all.add(
                request,
                "4103",
                "上传内容过大，图片不能超过 5 MB",
                () -> fixture.signedIn().uploadAvatar(new byte[5 * MEBIBYTE + 1]));
        all.add(
                request,
                "4103",
                "请选择头像图片",
                () -> fixture.signedIn().post("user/avatar", RequestBody.file("picture", "me.png", picture)));
        all.add(
                request,
                "4103",
                "一次只能上传一张头像图片",
                () -> fixture.signedIn().post("user/avatar", RequestBody.files("avatar", "me.png", picture, picture)));
        all.add(request, "4103", "头像图片是空文件", () -> fixture.signedIn().uploadAvatar(new byte[0]));
        all.add(request, "4002", NO_ACCOUNT, () -> fixture.deletedUser().uploadAvatar(picture));
        String removal = "DELETE /user/avatar";
        all.add(removal, "4101", NOT_SIGNED_IN, () -> fixture.visitor().deleteAvatar());
        all.add(removal, "4002", NO_ACCOUNT, () -> fixture.deletedUser().deleteAvatar());
    }

    private void addAvatarPictures(FailureScenarios all) {
        String request = "POST /user/avatar";
        all.add(
                request,
                "4103",
                "文件不是图片，请上传 JPEG、PNG、GIF、WebP 或 BMP 图片",
                () -> fixture.signedIn().uploadAvatar(NO_PICTURE));
        all.add(
                request,
                "4103",
                "暂不支持 {format} 格式，请转换为 JPEG 后上传",
                () -> fixture.signedIn().uploadAvatar("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)));
        all.add(
                request,
                "4103",
                "图片尺寸过大，每边不能超过 {max_side} 像素",
                () -> fixture.signedIn().uploadAvatar(Pictures.pngHeader(60_000, 60_000)));
        all.add(
                request,
                "4103",
                "图片尺寸过大，不能超过 {max_pixels} 万像素",
                () -> fixture.signedIn().uploadAvatar(Pictures.pngHeader(8_000, 5_001)));
        all.add(request, "4103", "图片已损坏，无法读取", () -> {
            byte[] whole = Pictures.noise(100, 100);
            return fixture.signedIn().uploadAvatar(Arrays.copyOf(whole, whole.length / 2));
        });
    }

    private void addName(FailureScenarios all) {
        String request = "PUT /user/name";
        String name = "Name " + UUID.randomUUID().toString().substring(0, 23);
        all.add(
                request,
                "4101",
                NOT_SIGNED_IN,
                () -> fixture.visitor().send("PUT", "user/name", RequestBody.calledJson("[")));
        all.addBody(request, fixture::signedIn, Map.of("name", name));
        all.add(request, "4002", NO_ACCOUNT, () -> fixture.deletedUser().changeName(name));
        all.add(request, "4001", "用户名已存在", () -> {
            fixture.newUser().visitor().changeName(name).isOk();
            return fixture.signedIn().changeName(name.toUpperCase(Locale.ROOT));
        });
    }

    private void addRealName(FailureScenarios all) {
        String request = "POST /user/auth";
        all.add(
                request,
                "4101",
                NOT_SIGNED_IN,
                () -> fixture.visitor().send("POST", "user/auth", RequestBody.calledJson("[")));
        all.addBody(request, fixture::signedIn, Map.of("real_name", newRealName(), "id_card", newIdCard()));
        all.add(request, "4002", NO_ACCOUNT, () -> fixture.deletedUser().verifyRealName(newRealName(), newIdCard()));
        String used = "已实名认证或身份证号已被使用";
        all.add(request, "4003", used, () -> {
            Visitor user = fixture.newUser().visitor();
            user.verifyRealName(newRealName(), newIdCard()).isOk();
            return user.verifyRealName(newRealName(), newIdCard());
        });
        all.add(request, "4003", used, () -> {
            String name = newRealName();
            String card = newIdCard();
            fixture.newUser().visitor().verifyRealName(name, card).isOk();
            return fixture.signedIn().verifyRealName(name, card);
        });
        all.add(request, "4201", Fixture.TOO_OFTEN, () -> {
            Visitor user = fixture.newUser().visitor();
            for (int i = 0; i < CHECKS_A_DAY; i++) {
                mismatch(user);
            }
            return user.verifyRealName(newRealName(), newIdCard());
        });
        all.add(request, "4103", "姓名与身份证号不一致", () -> mismatch(fixture.newUser().visitor()));
        all.add("GET /user/auth", "4101", NOT_SIGNED_IN, () -> fixture.visitor().realName());
        all.add(
                "GET /user/auth",
                "4002",
                NO_ACCOUNT,
                () -> fixture.deletedUser().realName());
    }

    private ApiResponse mismatch(Visitor user) {
        return user.verifyRealName("不符" + newRealName(), newIdCard());
    }

    private String newRealName() {
        return passport.secrets().newRealName();
    }

    private String newIdCard() {
        return passport.secrets().newIdCard();
    }
}
