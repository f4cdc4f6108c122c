package io.passport.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.passport.testing.architecture.PackageRules;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.WebFilter;

/** Each rule is broken once by {@code gateway.session.ArchitectureViolation}, which a test of this class checks. */
@AnalyzeClasses(packages = "io.passport.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Map<Class<?>, Set<String>> BLOCKING = Map.of(
            Publisher.class, Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream"),
            Future.class, Set.of("get", "join"),
            Thread.class, Set.of("sleep", "join"),
            CountDownLatch.class, Set.of("await"),
            Semaphore.class, Set.of("acquire", "acquireUninterruptibly"),
            BlockingQueue.class, Set.of("put", "take"));

    private static final Supplier<JavaClasses> WITH_TESTS =
            SingletonSupplier.of(() -> new ClassFileImporter().importPackages("io.passport.gateway"));

    @ArchTest
    static final ArchTests packages = ArchTests.in(PackageRules.class);

    /** As the package documentation of {@code io.passport.gateway} says. */
    @ArchTest
    static final ArchRule packagesUseOnlyEarlierOnes = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("redis")
            .definedBy("io.passport.gateway.redis")
            .layer("session")
            .definedBy("io.passport.gateway.session")
            .layer("edge")
            .definedBy("io.passport.gateway.edge")
            .layer("forwarding")
            .definedBy("io.passport.gateway.forwarding")
            .layer("pages")
            .definedBy("io.passport.gateway.pages")
            .whereLayer("redis")
            .mayOnlyBeAccessedByLayers("session", "edge")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("edge", "forwarding")
            .whereLayer("edge")
            .mayOnlyBeAccessedByLayers("forwarding")
            .whereLayer("forwarding")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pages")
            .mayNotBeAccessedByAnyLayer()
            .ensureAllClassesAreContainedInArchitectureIgnoring("io.passport.gateway");

    /** The management port's context inherits each {@code WebFilter} bean, also one that a {@code @Bean} method returns. */
    @ArchTest
    static final ArchRule onlyEdgeWebFilterIsAWebFilter = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.passport.gateway.edge.EdgeWebFilter")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(WebFilter.class);

    /** BlockHound finds other blocking calls while the {@code *IT} run. The warm-up runs in a thread of its own. */
    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.passport.gateway.forwarding.ForwardingWarmUp")
            .should()
            .accessTargetWhere(describe("blocks a thread", ArchitectureTests::isBlocking))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "jakarta.servlet..", "java.net.http..", "org.springframework.web.client..");

    @Test
    void checkWhenAPackageUsesALaterOneThenFails() {
        assertViolated(packagesUseOnlyEarlierOnes, "ArchitectureViolation.useLaterPackage");
    }

    @Test
    void checkWhenAMethodReturnsAWebFilterThenFails() {
        assertViolated(onlyEdgeWebFilterIsAWebFilter, "ArchitectureViolation.webFilter");
    }

    @Test
    void checkWhenAMethodBlocksThenFails() {
        assertViolated(nothingBlocks, "ArchitectureViolation.block(");
        assertViolated(nothingBlocks, "ArchitectureViolation.blockInLambda(");
        assertViolated(nothingBlocks, "ArchitectureViolation.blockByReference(");
        assertViolated(nothingBlocks, "ArchitectureViolation.blockOnFuture(");
        assertViolated(nothingBlocks, "ArchitectureViolation.sleep(");
    }

    private static boolean isBlocking(JavaAccess<?> access) {
        return BLOCKING.entrySet().stream()
                .anyMatch(type -> access.getTargetOwner().isAssignableTo(type.getKey())
                        && type.getValue().contains(access.getName()));
    }

    private static void assertViolated(ArchRule rule, String place) {
        JavaClasses classesWithTests = WITH_TESTS.get();
        assertThatThrownBy(() -> rule.check(classesWithTests))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.passport.gateway.session." + place);
    }
}
