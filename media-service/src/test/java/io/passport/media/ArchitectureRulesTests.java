package io.passport.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qiniu.util.Auth;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.passport.media.picture.PictureUsingStorage;
import io.passport.media.storage.AvatarStorage;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of {@link ArchitectureTests} finds a class that breaks it. */
class ArchitectureRulesTests {

    @Test
    void checkWhenPictureUsesStorageThenTheFeatureRuleFails() {
        assertFails(
                ArchitectureTests.featuresUseOnlyTheFeaturesNamedHere, PictureUsingStorage.class, AvatarStorage.class);
    }

    @Test
    void checkWhenQiniuIsUsedOutsideItsPackageThenTheRuleFails() {
        assertFails(ArchitectureTests.onlyItsOwnPackageUsesQiniu, UsesQiniu.class);
    }

    @Test
    void checkWhenAPictureIsDecodedOutsidePictureThenTheRuleFails() {
        assertFails(ArchitectureTests.onlyPictureDecodes, UsesImages.class);
    }

    private static void assertFails(ArchRule rule, Class<?>... violators) {
        var classes = new ClassFileImporter().importClasses(violators);
        assertThatThrownBy(() -> rule.allowEmptyShould(true).check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violators[0].getSimpleName());
    }

    static final class UsesQiniu {
        @Nullable
        Auth auth;
    }

    static final class UsesImages {
        @Nullable
        BufferedImage image;
    }
}
