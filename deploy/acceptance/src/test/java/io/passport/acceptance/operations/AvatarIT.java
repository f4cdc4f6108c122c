package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Body;
import io.passport.acceptance.visitor.Downloads;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.Visitor;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 6: {@code POST user/avatar}. */
@AgainstPassport
@TestInstance(Lifecycle.PER_CLASS)
class AvatarIT {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LONGEST_SIDE = 512;

    private final Passport passport;
    private final Member member;

    AvatarIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void uploadWhenItIsAPictureThenItCanBeLoadedAndIsSmall(String format) {
        String url = uploaded(Pictures.of(format, 1300, 700));
        assertThat(Profile.in(member.visitor().profile()).text("avatar_url")).isEqualTo(url);
        BufferedImage avatar = Pictures.read(Downloads.from(url));
        assertThat(avatar.getWidth()).isEqualTo(LONGEST_SIDE);
        assertThat(avatar.getHeight()).isBetween(270, 281);
    }

    @Test
    void uploadWhenThePictureIsSmallThenItStaysSo() {
        BufferedImage avatar = Pictures.read(Downloads.from(uploaded(Pictures.of("png", 40, 30))));
        assertThat(avatar.getWidth()).isEqualTo(40);
        assertThat(avatar.getHeight()).isEqualTo(30);
    }

    @Test
    void uploadWhenThereIsAnAvatarThenTheNewOneHasAnotherAddress() {
        assertThat(uploaded(Pictures.of("png", 40, 30))).isNotEqualTo(uploaded(Pictures.of("png", 40, 30)));
    }

    @Test
    void uploadWhenSomethingIsHiddenInThePictureThenItIsGone() {
        byte[] picture = Pictures.of("jpeg", 40, 30);
        byte[] hidden = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(picture, picture.length + hidden.length);
        System.arraycopy(hidden, 0, both, picture.length, hidden.length);
        byte[] avatar = Downloads.from(uploaded(both));
        assertThat(new String(avatar, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Just a text.", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "\u0089PNG"})
    void uploadWhenItIsNoPictureThenParameterErrorAndTheAvatarStays(String text) {
        String before = uploaded(Pictures.of("png", 40, 30));
        member.visitor()
                .uploadAvatar(text.getBytes(StandardCharsets.UTF_8))
                .isRefusal("4103")
                .hasNoData();
        assertThat(Profile.in(member.visitor().profile()).text("avatar_url")).isEqualTo(before);
    }

    @Test
    void uploadWhenThePictureIsCutOffThenParameterError() {
        byte[] whole = Pictures.noise(100, 100);
        member.visitor().uploadAvatar(Arrays.copyOf(whole, whole.length / 2)).isRefusal("4103");
    }

    @Test
    void uploadWhenThePictureSaysItIsHugeThenParameterError() {
        member.visitor().uploadAvatar(Pictures.pngHeader(60_000, 60_000)).isRefusal("4103");
        member.visitor().uploadAvatar(Pictures.pngHeader(8_000, 5_001)).isRefusal("4103");
    }

    @Test
    void uploadWhenThereIsNoFileThenParameterError() {
        Visitor visitor = member.visitor();
        visitor.post("user/avatar", Body.file("picture", "me.png", Pictures.of("png", 40, 30)))
                .isRefusal("4103");
        visitor.post("user/avatar", Map.of("avatar", "me.png")).isRefusal("4103");
        visitor.send("POST", "user/avatar", null).isRefusal("4103");
    }

    @Test
    void uploadWhenTheFormIsBrokenThenParameterError() {
        byte[] noForm = "no boundary in here".getBytes(StandardCharsets.UTF_8);
        member.visitor()
                .post("user/avatar", Body.ofType("multipart/form-data; boundary=x", noForm))
                .isRefusal("4103");
        member.visitor()
                .post("user/avatar", Body.ofType("multipart/form-data", noForm))
                .isRefusal("4103");
    }

    @Test
    void uploadWhenJustSmallEnoughThenOk() {
        byte[] picture = Pictures.noise(1300, 1300);
        assertThat(picture.length).isBetween(4 * MEBIBYTE, 5 * MEBIBYTE + MEBIBYTE / 4);
        uploaded(Arrays.copyOf(picture, Math.max(picture.length, 5 * MEBIBYTE)));
    }

    @Test
    void uploadWhenOverFiveMebibytesThenParameterError() {
        member.visitor().uploadAvatar(new byte[5 * MEBIBYTE + 1]).isRefusal("4103");
        member.visitor().uploadAvatar(Pictures.noise(1500, 1500)).isRefusal("4103");
    }

    @Test
    void uploadWhenNobodyIsSignedInThenThatIsSaidFirst() {
        Visitor.of(passport)
                .uploadAvatar("Just a text.".getBytes(StandardCharsets.UTF_8))
                .isRefusal("4101", "用户未登录");
    }

    private String uploaded(byte[] picture) {
        Answer answer = member.visitor().uploadAvatar(picture).isOk("头像上传成功");
        assertThat(answer.data().propertyNames()).containsExactly("avatar_url");
        return answer.data().get("avatar_url").asString();
    }
}
