package io.muster.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts Muster on a Java that is new enough. The {@code java} on the path may be older: then a
 * newer one on this machine is looked for and Muster runs in it, as a child that ends when this
 * process does, however it ends.
 *
 * <p>Compiled for Java 11, because it must run on what happens to be there.
 */
public final class Launcher {
    private static final int NEEDED = 21;
    private static final String CHILD = "muster.launched";
    private static final int CANNOT = 2;

    private Launcher() {}

    /** Runs Muster with these arguments, and exits as it does. */
    public static void main(String[] args) throws Exception {
        if (System.getProperty(CHILD) != null) {
            endWithTheParent();
        }
        if (Runtime.version().feature() >= NEEDED) {
            run(args);
            return;
        }
        String java = NewerJava.find(NEEDED);
        if (java == null) {
            System.err.println(
                    "Muster needs Java "
                            + NEEDED
                            + " or newer. This is "
                            + Runtime.version().feature()
                            + ", and no newer one was found on this machine. Install any JDK "
                            + NEEDED
                            + " or newer, or point JAVA_HOME to one.");
            System.exit(CANNOT);
        }
        System.exit(runIn(java, args));
    }

    private static void run(String[] args) throws Exception {
        try {
            Class.forName("io.muster.app.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception) {
                throw (Exception) e.getCause();
            }
            throw e;
        }
    }

    private static int runIn(String java, String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.add("-D" + CHILD + "=true");
        command.addAll(options());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Launcher.class.getName());
        command.addAll(Arrays.asList(args));
        Process child =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Thread passOn = new Thread(() -> stop(child), "stop");
        Runtime.getRuntime().addShutdownHook(passOn);
        return child.waitFor();
    }

    /** What was said to the older Java is said to the newer one too. */
    private static List<String> options() {
        List<String> options = new ArrayList<>();
        for (String option :
                java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("-D") || option.startsWith("-X")) {
                options.add(option);
            }
        }
        return options;
    }

    private static void stop(Process child) {
        child.destroy();
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The parent holds the other end of our input: it closes when the parent dies, even if killed.
     */
    private static void endWithTheParent() {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {
                                    // nothing is ever said here
                                }
                            } catch (IOException e) {
                                // the same as the end
                            }
                            Runtime.getRuntime().halt(137);
                        },
                        "parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** Looks where JDKs usually are. */
    private static final class NewerJava {
        private NewerJava() {}

        static String find(int needed) {
            String best = null;
            int bestVersion = 0;
            for (File home : homes()) {
                int version = version(home);
                if (version >= needed && version > bestVersion && java(home).canExecute()) {
                    best = java(home).getPath();
                    bestVersion = version;
                }
            }
            return best;
        }

        private static List<File> homes() {
            List<File> homes = new ArrayList<>();
            System.getenv()
                    .forEach((name, value) -> {
                        if (name.startsWith("JAVA") && name.endsWith("HOME")) {
                            homes.add(new File(value));
                        }
                    });
            String user = System.getProperty("user.home");
            for (String folder :
                    new String[] {
                        "/usr/lib/jvm",
                        "/usr/java",
                        "/opt",
                        "/opt/java",
                        "/Library/Java/JavaVirtualMachines",
                        user + "/Library/Java/JavaVirtualMachines",
                        user + "/.sdkman/candidates/java",
                        user + "/.jdks",
                        user + "/.gradle/jdks",
                        user + "/.local/share/mise/installs/java",
                        user + "/.asdf/installs/java",
                        user + "/.jenv/versions",
                        "C:\\Program Files\\Java",
                        "C:\\Program Files\\Eclipse Adoptium",
                        "C:\\Program Files\\Microsoft",
                        "C:\\Program Files\\Zulu",
                        "C:\\Program Files\\Amazon Corretto"
                    }) {
                File[] inside = new File(folder).listFiles(File::isDirectory);
                if (inside != null) {
                    for (File home : inside) {
                        homes.add(home);
                        homes.add(new File(home, "Contents/Home"));
                    }
                }
            }
            return homes;
        }

        /** Every JDK has a file that says its version. */
        private static int version(File home) {
            try {
                for (String line :
                        java.nio.file.Files.readAllLines(new File(home, "release").toPath())) {
                    if (line.startsWith("JAVA_VERSION=")) {
                        String version = line.substring(13).replace("\"", "").split("[.+-]")[0];
                        return Integer.parseInt(version);
                    }
                }
            } catch (IOException | NumberFormatException e) {
                return 0;
            }
            return 0;
        }

        private static File java(File home) {
            boolean windows = File.separatorChar == '\\';
            return new File(home, windows ? "bin\\java.exe" : "bin/java");
        }
    }
}
