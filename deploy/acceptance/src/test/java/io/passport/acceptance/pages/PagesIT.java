package io.passport.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.passport.TestSecrets.Kind;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PassportTest
class PagesIT {

    private final LaunchedPassport passport;
    private final String mobile;
    private final String password;
    private final String newPassword;

    @TempDir
    private Path folder;

    private Chromium chromium;
    private Page page;

    PagesIT(LaunchedPassport passport) {
        this.passport = passport;
        this.mobile = passport.secrets().newMobile();
        this.password = passport.secrets().newPassword();
        this.newPassword = passport.secrets().newPassword();
    }

    @BeforeEach
    void openTheFirstPage() {
        chromium = Chromium.start(folder.resolve("profile"));
        page = chromium.open("http://localhost:" + passport.port("gateway") + "/");
        page.shows("登录");
    }

    @AfterEach
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void visitorWhenNewThenRegistersCompletesTheProfileAndSignsInAgain() throws IOException {
        register();
        changeName("Page " + mobile.substring(7));
        changeAvatar();
        verifyRealName();
        signOut();
        signIn(mobile, password);
        page.says("Page " + mobile.substring(7));
        page.loaded("我的头像");
        page.says("已认证");
        chromium.assertNoErrors();
    }

    @Test
    void visitorWhenTheImageCodeIsWrongThenSeesAnErrorAndGetsAnother() {
        page.follow("立即注册");
        String first = page.pictureId();
        page.fill("手机号", mobile);
        page.fill("图片验证码", "0000");
        page.press("获取短信验证码");
        page.says("图片验证码错误");
        assertThat(page.pictureId()).isNotEqualTo(first);
        chromium.assertNoErrors();
    }

    @Test
    void visitorWhenNotRegisteredThenCannotSignIn() {
        page.fill("手机号", mobile);
        page.fill("密码", password);
        page.press("登录");
        page.says("用户名或密码错误");
        page.shows("登录");
    }

    @Test
    void visitorWhenChangingPasswordAndMobileThenOnlyTheNewOnesSignIn() {
        register();
        page.follow("安全");
        page.shows("账户安全");
        changePassword();
        String newMobile = changeMobile();
        signOut();
        signInBySms(newMobile);
        signOut();
        signIn(newMobile, resetPassword(newMobile));
        page.says(newMobile);
        chromium.assertNoErrors();
    }

    @Test
    void visitorWhenSignedInOnOtherDevicesThenEndsOneAndThenAllOthers() {
        register();
        Visitor first = signInElsewhere();
        Visitor second = signInElsewhere();
        Visitor third = signInElsewhere();
        page.follow("安全");
        page.shows("账户安全");
        page.showsTimes(3, "结束");
        page.press("结束");
        page.says("已结束该设备的登录");
        third.session().isError("4101", "false");
        second.session().isOk("true");
        page.press("结束其他所有登录");
        page.says("已结束其他所有登录");
        page.showsTimes(0, "结束");
        first.session().isError("4101", "false");
        second.session().isError("4101", "false");
        page.follow(mobile);
        page.shows("我的资料");
        chromium.assertNoErrors();
    }

    private void register() {
        page.follow("立即注册");
        page.shows("注册");
        fillSmsCode("手机号", mobile);
        page.fill("密码", password);
        page.press("注册");
        page.shows("我的资料");
        page.says(mobile);
        page.says("未认证");
    }

    /** Fills in a number and an image code, requests an SMS and fills in its code. */
    private void fillSmsCode(String label, String number) {
        page.fill(label, number);
        page.fill("图片验证码", passport.redis().imageCodeText(page.pictureId()).orElseThrow());
        page.press("获取短信验证码");
        page.says("发送成功");
        String code = passport.inbox().codesFor(number).getFirst();
        page.fill("短信验证码", passport.secrets().remember(Kind.SMS_CODE, code));
        passport.redis().forgetSmsSentTo(number);
    }

    private void changePassword() {
        page.fill("旧密码", passport.secrets().newPassword());
        page.fill("新密码", newPassword);
        page.press("修改密码");
        page.says("旧密码错误");
        page.fill("旧密码", password);
        page.press("修改密码");
        page.says("密码已修改");
    }

    private String changeMobile() {
        String newMobile = passport.secrets().newMobile();
        fillSmsCode("新手机号", newMobile);
        page.fill("登录密码", newPassword);
        page.press("更换手机号");
        page.says("手机号已更换为 " + newMobile);
        return newMobile;
    }

    private void signInBySms(String number) {
        page.follow("短信验证码登录");
        page.shows("短信验证码登录");
        fillSmsCode("手机号", number);
        page.press("登录");
        page.shows("我的资料");
    }

    private String resetPassword(String number) {
        String chosen = passport.secrets().newPassword();
        page.follow("忘记密码？");
        page.shows("重置密码");
        fillSmsCode("手机号", number);
        page.fill("新密码", chosen);
        page.press("重置密码");
        page.says("密码已重置");
        page.shows("登录");
        return chosen;
    }

    private Visitor signInElsewhere() {
        Visitor signInElsewhere = Visitor.of(passport);
        signInElsewhere.signIn(mobile, password).isOk();
        return signInElsewhere;
    }

    private void changeName(String name) {
        page.fill("用户名", name);
        page.press("保存");
        page.says("用户名已保存");
    }

    private void changeAvatar() throws IOException {
        Path picture = Files.write(folder.resolve("me.png"), Pictures.of("png", 640, 480));
        page.choose("更换头像", picture);
        page.press("上传");
        page.says("头像上传成功");
        assertThat(page.loaded("我的头像")).startsWith("http://localhost:" + passport.port("emulators") + "/");
    }

    private void verifyRealName() {
        page.fill("真实姓名", passport.secrets().newRealName());
        page.fill("身份证号", passport.secrets().newIdCard());
        page.press("提交认证");
        page.says("实名认证成功");
        page.says("110105********");
    }

    private void signOut() {
        page.press("退出");
        page.says("已退出登录");
        page.shows("登录");
    }

    private void signIn(String number, String secret) {
        page.fill("手机号", number);
        page.fill("密码", secret);
        page.press("登录");
        page.shows("我的资料");
    }
}
