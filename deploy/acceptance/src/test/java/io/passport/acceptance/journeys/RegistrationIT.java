package io.passport.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Registers: image code, SMS code, account. */
@PassportTest
class RegistrationIT {

    private final LaunchedPassport passport;
    private final Visitor visitor;
    private final String mobile;
    private final String password;

    RegistrationIT(LaunchedPassport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.mobile = passport.secrets().newMobile();
        this.password = passport.secrets().newPassword();
    }

    @Test
    void imageCodeWhenRequestedThenAJpegThatIsNotCached() throws IOException {
        ApiResponse response =
                visitor.getImageCode(UUID.randomUUID().toString()).hasStatus(200);
        assertThat(response.header("content-type")).isEqualTo("image/jpg");
        assertThat(response.header("cache-control")).contains("no-store");
        assertThat(ImageIO.read(new ByteArrayInputStream(response.body())).getWidth())
                .isBetween(180, 220);
    }

    @Test
    void registerWhenTheCodesAreRightThenTheAccountIsNewAndSignedIn() {
        visitor.requestSmsCode(mobile, visitor.imageCode()).isOk("发送成功").hasNoData();
        assertThat(passport.inbox().codesFor(mobile)).singleElement().asString().matches("[0-9]{6}");
        String code = passport.inbox().codesFor(mobile).getFirst();
        ApiResponse response = visitor.register(mobile, code, password).isOk();
        Profile.in(response).isNewFor(mobile);
        assertThat(visitor.session().isOk("true").data().get("user_id"))
                .isEqualTo(response.data().get("user_id"));
        assertThat(visitor.profile().isOk().data()).isEqualTo(response.data());
    }

    @Test
    void registerWhenAnotherUserIsSignedInThenThatSessionEnds() {
        RegisteredUser user = RegisteredUser.of(passport);
        String before = user.visitor().token();
        user.visitor().register(mobile, visitor.smsCodeFor(mobile), password).isOk();
        assertThat(user.visitor().token()).isNotEqualTo(before);
        visitor.withToken(before).session().isError("4101", "false");
    }

    @Test
    void smsCodeWhenRequestedInTheCommaFormThenSent() {
        ImageCode code = visitor.imageCode();
        visitor.get("smscode/" + mobile + "?text=" + code.text() + ",id=" + code.id())
                .isOk("发送成功");
        assertThat(passport.inbox().codesFor(mobile)).hasSize(1);
    }
}
