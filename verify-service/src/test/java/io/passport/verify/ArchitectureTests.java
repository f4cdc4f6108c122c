package io.passport.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.passport.verify.imagecode.GuessableCaptchaText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(packages = "io.passport.verify", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.verify.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlySmsCodesPutFeaturesTogether = classes()
            .that()
            .resideInAnyPackage("..verify.imagecode..", "..verify.smslimit..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("..verify.smscode..", "..verify.smsprovider..");

    @ArchTest
    static final ArchRule theProviderKnowsNothingOfTheRest = noClasses()
            .that()
            .resideInAPackage("..verify.smsprovider..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..verify.imagecode..", "..verify.smscode..", "..verify.smslimit..", "..data.redis..");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.passport.gateway..", "io.passport.user..", "io.passport.media..");

    /** A bare machine has none. */
    @ArchTest
    static final ArchRule noFontIsAskedOfTheMachine = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.awt.Font")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.awt.font..");

    /** What draws a picture may take any: it does not choose what the picture says. */
    @ArchTest
    static final ArchRule secretsAreDrawnFromSecureRandom = noClasses()
            .that()
            .resideInAnyPackage("..verify.smscode..", "..verify.imagecode..")
            .and()
            .haveNameNotMatching(
                    ".*\\.imagecode\\.(CaptchaRenderer|WaveDistortion(\\$Wave)?|NoiseBands|GlyphLayout|Glyphs)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)")
            .orShould()
            .callMethod(Math.class, "random");

    @ParameterizedTest
    @ValueSource(strings = {"random", "splittable", "threadLocal", "math", "generator"})
    void findsAnAnswerThatIsDrawnFromSomethingElse(String how) {
        JavaClasses withTests = new ClassFileImporter().importPackages("io.passport.verify.imagecode");
        assertThat(secretsAreDrawnFromSecureRandom
                        .evaluate(withTests)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(violation -> violation.contains(GuessableCaptchaText.class.getName() + "." + how + "("));
    }
}
