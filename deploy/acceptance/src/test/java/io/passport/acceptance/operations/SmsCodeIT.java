package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 2: {@code GET smscode/{mobile}?text=…&id=…}. */
@AgainstPassport
class SmsCodeIT {

    private static final int MESSAGES_AN_HOUR_FOR_AN_ADDRESS = 20;

    private final Passport passport;
    private final Visitor visitor;
    private final String mobile;

    SmsCodeIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.mobile = passport.secrets().newMobile();
    }

    @Test
    void requestWhenThePictureWasReadThenSixDigitsAreSent() {
        visitor.requestSms(mobile, visitor.imageCode()).isOk("发送成功").hasNoData();
        assertThat(passport.inbox().codesFor(mobile)).singleElement().asString().matches("[0-9]{6}");
    }

    @Test
    void requestWhenInTheCommaFormOfTheDocumentThenTheSame() {
        ImageCode code = visitor.imageCode();
        visitor.get("smscode/" + mobile + "?text=" + code.answer() + ",id=" + code.id())
                .isOk("发送成功");
        assertThat(passport.inbox().codesFor(mobile)).hasSize(1);
    }

    @Test
    void requestWhenTheCaseIsAnotherThenTheSame() {
        ImageCode code = visitor.imageCode();
        ImageCode typed =
                new ImageCode(code.id().toUpperCase(Locale.ROOT), code.answer().toLowerCase(Locale.ROOT));
        visitor.requestSms(mobile, typed).isOk("发送成功");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?text=ABCD", "?id=3f2504e0-4f89-11d3-9a0c-0305e82c3301", "?text=&id=", "?text=%20&id=1"})
    void requestWhenSomethingIsMissingThenThatIsSaid(String query) {
        visitor.get("smscode/" + mobile + query).isRefusal("4103", "参数不完整");
        visitor.get("smscode/12345" + query).isRefusal("4103", "参数不完整");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "12800000000",
                "23800000000",
                "1380000000",
                "138000000000",
                "1380000000a",
                "+8613800000000"
            })
    void requestWhenTheMobileIsNoneThenThatIsSaidAndThePictureStaysGood(String noMobile) {
        ImageCode code = visitor.imageCode();
        visitor.requestSms(noMobile, code).isRefusal("4103", "手机号格式错误");
        assertThat(passport.redis().imageCodeAnswer(code.id())).contains(code.answer());
    }

    @Test
    void requestWhenThePictureIdIsNoUuidThenParameterError() {
        visitor.requestSms(mobile, new ImageCode("1", "ABCD")).isRefusal("4103");
    }

    @Test
    void requestWhenThereWasNoSuchPictureThenExpired() {
        visitor.requestSms(mobile, new ImageCode(UUID.randomUUID().toString(), "ABCD"))
                .isRefusal("4002", "图片验证码已过期");
    }

    @Test
    void requestWhenThePicturesTimeIsOverThenExpired() {
        ImageCode code = visitor.imageCode();
        passport.redis().expire("imagecode:" + code.id());
        visitor.requestSms(mobile, code).isRefusal("4002", "图片验证码已过期");
    }

    @Test
    void requestWhenMisreadThenWrongAndThePictureIsSpent() {
        ImageCode code = visitor.imageCode();
        visitor.requestSms(mobile, code.misread()).isRefusal("4004", "图片验证码错误");
        visitor.requestSms(mobile, code).isRefusal("4002", "图片验证码已过期");
        assertThat(passport.inbox().codesFor(mobile)).isEmpty();
    }

    @Test
    void requestWhenThePictureWasUsedThenExpired() {
        ImageCode code = visitor.imageCode();
        visitor.requestSms(mobile, code).isOk("发送成功");
        visitor.requestSms(passport.secrets().newMobile(), code).isRefusal("4002", "图片验证码已过期");
    }

    @Test
    void requestWhenMisreadBeforeThenItDoesNotCountAgainstTheNumber() {
        visitor.requestSms(mobile, visitor.imageCode().misread()).isRefusal("4004");
        visitor.requestSms(mobile, visitor.imageCode()).isOk("发送成功");
    }

    @Test
    void requestWhenTheNumberGotOneThisMinuteThenItWaits() {
        visitor.smsCodeFor(mobile);
        Answer refused =
                Visitor.of(passport).requestSms(mobile, visitor.imageCode()).isRefusal("4201");
        int seconds = refused.data().get("retry_after").asInt();
        assertThat(seconds).isBetween(1, 60);
        assertThat(refused.errmsg()).contains(String.valueOf(seconds));
        assertThat(passport.inbox().codesFor(mobile)).hasSize(1);
    }

    @Test
    void requestWhenTheAddressHadItsShareThenItWaitsAndOthersDoNot() {
        for (int i = 0; i < MESSAGES_AN_HOUR_FOR_AN_ADDRESS; i++) {
            visitor.smsCodeFor(passport.secrets().newMobile());
        }
        Answer refused = visitor.requestSms(mobile, visitor.imageCode()).isRefusal("4201");
        assertThat(refused.data().get("retry_after").asInt()).isBetween(1, 3600);
        Visitor.of(passport).smsCodeFor(mobile);
    }

    @Test
    void requestWhenTheNumberHasAnAccountThenNothingTellsIt() {
        Member member = Member.of(passport);
        passport.redis().forgetSmsSentTo(member.mobile());
        Answer registered = visitor.requestSms(member.mobile(), visitor.imageCode());
        Answer unknown = visitor.requestSms(mobile, visitor.imageCode());
        assertThat(registered.body()).isEqualTo(unknown.body());
        assertThat(registered.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }
}
