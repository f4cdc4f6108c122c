package io.passport.user;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.passport.testing.architecture.PackageRules;
import io.passport.user.sessions.SessionRenewal;
import io.passport.user.sessions.SignIn;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.passport.user", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** The features that each feature may use. A feature is the package {@code io.passport.user.<feature>}. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("time", Set.of()),
            Map.entry("personaldata", Set.of()),
            Map.entry("attempts", Set.of()),
            Map.entry("smscode", Set.of()),
            Map.entry("device", Set.of("time")),
            Map.entry("account", Set.of("personaldata", "time")),
            Map.entry("activity", Set.of("device", "personaldata", "time")),
            Map.entry("password", Set.of("account")),
            Map.entry("sessions", Set.of("account", "activity", "device", "time")),
            Map.entry("profile", Set.of("account")),
            Map.entry("realname", Set.of("account", "attempts", "personaldata", "time")),
            Map.entry("registration", Set.of("account", "device", "password", "sessions", "smscode")),
            Map.entry(
                    "login",
                    Set.of("account", "attempts", "device", "password", "personaldata", "sessions", "smscode")),
            Map.entry(
                    "credentials",
                    Set.of("account", "activity", "attempts", "device", "login", "password", "sessions", "smscode")));

    /** The planted violators are among the tests. */
    private static final Supplier<JavaClasses> WITH_TESTS =
            SingletonSupplier.of(() -> new ClassFileImporter().importPackages("io.passport.user"));

    @ArchTest
    static final ArchTests packages = ArchTests.in(PackageRules.class);

    @ArchTest
    static final ArchRule featuresUseOnlyWhatIsListed = features();

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheOwnersOfTablesUseMyBatis = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.passport.user",
                    "io.passport.user.account",
                    "io.passport.user.activity",
                    "io.passport.user.device",
                    "io.passport.user.realname")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.baomidou..", "org.apache.ibatis..");

    @ArchTest
    static final ArchRule onlySessionsAndAttemptsUseRedis = noClasses()
            .that()
            .resideOutsideOfPackages("io.passport.user.sessions", "io.passport.user.attempts")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.data.redis..");

    /** A new way to sign in needs the same review as these two. */
    @ArchTest
    static final ArchRule onlyRegistrationAndLoginSignIn = classes()
            .that()
            .areAssignableTo(SignIn.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.passport.user.sessions", "io.passport.user.registration", "io.passport.user.login");

    @ArchTest
    static final ArchRule onlyCredentialsRenewASession = classes()
            .that()
            .areAssignableTo(SessionRenewal.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.passport.user.sessions", "io.passport.user.credentials");

    /** The delay of a rejected sign-in is random, but not secret. */
    @ArchTest
    static final ArchRule secretsAreDrawnFromSecureRandom = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.passport.user.login.PasswordLogin")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)");

    static Stream<Arguments> rulesWithViolators() {
        return Stream.of(
                arguments(PackageRules.featuresFormNoCycle, "account.PlantedCycle"),
                arguments(featuresUseOnlyWhatIsListed, "account.PlantedCycle"),
                arguments(controllersArePackagePrivate, "profile.PlantedController"),
                arguments(onlyTheOwnersOfTablesUseMyBatis, "profile.PlantedDependencies"),
                arguments(onlySessionsAndAttemptsUseRedis, "profile.PlantedDependencies"),
                arguments(onlyRegistrationAndLoginSignIn, "profile.PlantedDependencies"),
                arguments(onlyCredentialsRenewASession, "profile.PlantedDependencies"),
                arguments(secretsAreDrawnFromSecureRandom, "profile.PlantedDependencies"));
    }

    @ParameterizedTest
    @MethodSource("rulesWithViolators")
    void evaluateWhenAViolatorIsPlantedThenTheRuleNamesIt(ArchRule rule, String violator) {
        assertThat(rule.evaluate(WITH_TESTS.get()).getFailureReport().getDetails())
                .anyMatch(violation -> violation.contains("io.passport.user." + violator));
    }

    private static ArchRule features() {
        LayeredArchitecture features = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String feature : USES.keySet()) {
            features = features.layer(feature).definedBy("io.passport.user." + feature + "..");
        }
        for (Map.Entry<String, Set<String>> uses : USES.entrySet()) {
            features = uses.getValue().isEmpty()
                    ? features.whereLayer(uses.getKey()).mayNotAccessAnyLayer()
                    : features.whereLayer(uses.getKey())
                            .mayOnlyAccessLayers(uses.getValue().toArray(String[]::new));
        }
        return features.ensureAllClassesAreContainedInArchitectureIgnoring("io.passport.user");
    }
}
