package io.passport.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarKeyTests {

    @Test
    void randomWhenCalledTwiceThenTheKeysDiffer() {
        assertThat(AvatarKey.random()).isNotEqualTo(AvatarKey.random());
        assertThat(AvatarKey.random().value()).matches("avatar/[0-9a-f]{32}\\.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "avatar/",
                "avatar/0123456789abcdef0123456789abcdef.png",
                "avatar/0123456789ABCDEF0123456789ABCDEF.jpg",
                "avatar/0123456789abcdef0123456789abcdef.jpg\n",
                "../avatar/0123456789abcdef0123456789abcdef.jpg",
                "backup/0123456789abcdef0123456789abcdef.jpg"
            })
    void createWhenTheTextIsNotAKeyThenItIsRejected(String text) {
        assertThatThrownBy(() -> new AvatarKey(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
