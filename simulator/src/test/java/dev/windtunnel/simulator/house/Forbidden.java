package dev.windtunnel.simulator.house;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What each {@link Ban} forbids: fields, methods and constructors of the JDK. */
final class Forbidden {

    private static final String CONSTRUCTOR = "<init>";
    private static final String COLLECTORS = "java.util.stream.Collectors";

    private static final List<String> NOT_REPRODUCIBLE = List.of(
            "log", "log10", "log1p", "exp", "expm1", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
            "sinh", "cosh", "tanh", "cbrt", "hypot");

    private static final List<String> HASHED = List.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.concurrent.ConcurrentHashMap");

    private Forbidden() {}

    static boolean isConsole(AccessTarget target) {
        return is(target, "java.lang.System", "out", "err", "in", "console");
    }

    static boolean isWallClock(AccessTarget target) {
        boolean isJavaTime = target.getOwner().getPackageName().equals("java.time");
        boolean isNow = target.getName().equals("now") || target.getName().startsWith("system");
        boolean isLegacy =
                is(target, "java.util.Date", CONSTRUCTOR) && parameters(target).isEmpty();
        return is(target, "java.lang.System", "currentTimeMillis", "nanoTime")
                || isLegacy
                || (isJavaTime && isNow && !target.getName().equals("systemDefault"));
    }

    static boolean isLuck(AccessTarget target) {
        JavaClass owner = target.getOwner();
        return is(target, "java.lang.Math", "random")
                || is(target, "java.util.UUID", "randomUUID")
                || is(target, "java.util.Collections", "shuffle")
                || (owner.getPackageName().startsWith("java.util") && owner.isAssignableTo(RandomGenerator.class));
    }

    static boolean isPlatformMath(AccessTarget target) {
        return target.getOwner().getFullName().equals("java.lang.Math") && NOT_REPRODUCIBLE.contains(target.getName());
    }

    static boolean isHashOrder(AccessTarget target) {
        boolean isMade =
                target.getName().equals(CONSTRUCTOR) || target.getName().startsWith("new");
        boolean isHashedMade = isMade && HASHED.contains(target.getOwner().getFullName());
        // With a factory for the map they are lawful: toMap then has four parameters, groupingBy three.
        boolean isOfUnknownMap = (is(target, COLLECTORS, "toMap")
                        && parameters(target).size() < 4)
                || (is(target, COLLECTORS, "groupingBy") && parameters(target).size() < 3);
        return isHashedMade
                || isOfUnknownMap
                || is(target, "java.util.Map", "of", "ofEntries", "copyOf")
                || is(target, "java.util.Set", "of", "copyOf")
                || is(target, COLLECTORS, "toSet", "toUnmodifiableSet", "toUnmodifiableMap")
                || is(target, COLLECTORS, "toConcurrentMap", "groupingByConcurrent");
    }

    static boolean isIdentityHash(AccessTarget target) {
        return is(target, "java.lang.System", "identityHashCode");
    }

    static boolean isDefaultLocale(AccessTarget target) {
        if (is(target, "java.util.Locale", "getDefault") || is(target, "java.lang.String", "formatted")) {
            return true;
        }
        boolean isLocaleSensitive = is(target, "java.lang.String", "format", "toUpperCase", "toLowerCase")
                || is(target, "java.io.PrintStream", "printf", "format")
                || is(target, "java.io.PrintWriter", "printf", "format")
                || is(target, "java.util.Formatter", CONSTRUCTOR)
                || is(target, "java.time.format.DateTimeFormatter", "ofPattern")
                || is(target, "java.time.format.DateTimeFormatterBuilder", "toFormatter")
                || is(target, "java.text.SimpleDateFormat", CONSTRUCTOR)
                || (target.getOwner().getFullName().equals("java.text.NumberFormat")
                        && target.getName().startsWith("get")
                        && target.getName().endsWith("Instance"))
                || is(target, "java.text.DecimalFormat", CONSTRUCTOR);
        return isLocaleSensitive
                && parameters(target).stream()
                        .map(JavaClass::getFullName)
                        .noneMatch(type ->
                                type.equals(Locale.class.getName()) || type.equals("java.text.DecimalFormatSymbols"));
    }

    static boolean isDefaultTimeZone(AccessTarget target) {
        return is(target, "java.time.ZoneId", "systemDefault")
                || is(target, "java.util.TimeZone", "getDefault")
                || is(target, "java.time.Clock", "systemDefaultZone");
    }

    static boolean isDirectoryOrder(AccessTarget target) {
        return is(target, "java.io.File", "list", "listFiles")
                || is(target, "java.nio.file.Files", "list", "walk", "find", "walkFileTree", "newDirectoryStream");
    }

    static boolean isParallel(AccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.util")
                && List.of("parallel", "parallelStream").contains(target.getName());
    }

    private static boolean is(AccessTarget target, String owner, String... names) {
        return target.getOwner().getFullName().equals(owner) && List.of(names).contains(target.getName());
    }

    private static List<JavaClass> parameters(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget codeUnit ? codeUnit.getRawParameterTypes() : List.of();
    }
}
