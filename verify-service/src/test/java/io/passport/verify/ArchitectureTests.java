package io.passport.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.passport.testing.architecture.PackageRules;
import io.passport.verify.imagecode.GuessableCaptchaText;
import io.passport.verify.imagecode.MachineFont;
import io.passport.verify.smsledger.LedgerThatSends;
import io.passport.verify.smsprovider.aliyun.AliyunThatUsesTencent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(packages = "io.passport.verify", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "io.passport.verify.";

    /** The features that each feature may use. A vendor's package may use {@code smsprovider} only. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "imagecode", Set.of("slidingwindow"),
            "smscode", Set.of("imagecode", "smslimit", "smsprovider", "smsledger", "compensation"),
            "smslimit", Set.of("slidingwindow", "smsledger", "compensation"),
            "smsledger", Set.of(),
            "smsprovider", Set.of(),
            "slidingwindow", Set.of(),
            "compensation", Set.of());

    private static final JavaClasses WITH_TESTS = new ClassFileImporter().importPackages("io.passport.verify");

    @ArchTest
    static final ArchTests packages = ArchTests.in(PackageRules.class);

    @ArchTest
    static final ArchRule featuresUseOnlyTheListedOnes = classes()
            .that()
            .resideInAPackage("io.passport.verify.*..")
            .should(new ArchCondition<>("use only the features listed for their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(ArchitectureTests::isForbidden)
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule smsProvidersUseNoRedis = noClasses()
            .that()
            .resideInAPackage("..verify.smsprovider..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..data.redis..");

    /** The fonts differ between machines, and a container has none. */
    @ArchTest
    static final ArchRule fontsOfTheMachineAreNotUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.awt.Font")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.awt.font..");

    /** Rendering may use any random numbers: it does not choose the text. */
    @ArchTest
    static final ArchRule codesComeFromSecureRandom = noClasses()
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

    @Test
    void featuresWhenOneUsesAnotherThenTheRuleFindsIt() {
        assertFinds(featuresUseOnlyTheListedOnes, LedgerThatSends.class.getName());
    }

    @Test
    void featuresWhenAVendorUsesAnotherThenTheRuleFindsIt() {
        assertFinds(featuresUseOnlyTheListedOnes, AliyunThatUsesTencent.class.getName() + ".other");
    }

    @Test
    void smsProvidersWhenOneUsesRedisThenTheRuleFindsIt() {
        assertFinds(smsProvidersUseNoRedis, AliyunThatUsesTencent.class.getName() + ".redis");
    }

    @Test
    void fontsWhenOneIsOfTheMachineThenTheRuleFindsIt() {
        assertFinds(fontsOfTheMachineAreNotUsed, MachineFont.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "splittable", "threadLocal", "math", "generator"})
    void codesWhenRandomNumbersAreGuessableThenTheRuleFindsIt(String how) {
        assertFinds(codesComeFromSecureRandom, GuessableCaptchaText.class.getName() + "." + how + "(");
    }

    private static void assertFinds(ArchRule rule, String violator) {
        assertThat(rule.evaluate(WITH_TESTS).getFailureReport().getDetails())
                .anyMatch(violation -> violation.contains(violator));
    }

    private static boolean isForbidden(Dependency dependency) {
        String target = dependency.getTargetClass().getPackageName();
        if (!target.startsWith(ROOT)) {
            return false;
        }
        String from = dependency.getOriginClass().getPackageName().substring(ROOT.length());
        String to = target.substring(ROOT.length());
        boolean isVendor = from.startsWith("smsprovider.");
        Set<String> allowed = isVendor ? Set.of("smsprovider") : MAY_USE.getOrDefault(from, Set.of());
        return !from.equals(to) && !allowed.contains(to);
    }
}
