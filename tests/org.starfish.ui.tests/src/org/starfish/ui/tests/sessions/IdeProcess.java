// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.BundleStartLevel;

/** An IDE in a process of its own: the plain workbench, of the bundles that run here, on a workspace of its own. */
final class IdeProcess {
	private static final List<String> INHERITED = List.of("starfish.kernels", "starfish.examples");
	private static final String LAUNCHER = "org.eclipse.equinox.launcher.Main";
	private static final String WORKBENCH = "org.eclipse.ui.ide.workbench";

	private final BundleContext here = FrameworkUtil.getBundle(IdeProcess.class).getBundleContext();
	private final Path folder;
	private final Path workspace;
	private int starts;

	/**
	 * @param folder for what it writes
	 */
	IdeProcess(Path folder) {
		this.folder = folder;
		workspace = folder.resolve("workspace");
	}

	Path workspace() {
		return workspace;
	}

	/** What the last session has printed, and logged into its workspace. */
	String output() throws IOException {
		Path log = workspace.resolve(".metadata/.log");
		return Files.readString(log(starts)) + (Files.exists(log) ? Files.readString(log) : "");
	}

	private Path log(int start) {
		return folder.resolve("output-" + start + ".txt");
	}

	/**
	 * Starts it.
	 *
	 * @param session what {@link SessionStartup} does in it
	 */
	Process start(SessionStartup.Session session) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
				"-D" + SessionStartup.PROPERTY + "=" + session));
		INHERITED.stream().filter(name -> System.getProperty(name) != null)
				.forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
		// What has started the IDE that runs here starts the other one, too.
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), LAUNCHER, "-configuration",
				configuration().toString(), "-consoleLog", "-nosplash", "-application", WORKBENCH, "-data",
				workspace.toString()));
		starts++;
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(starts).toFile()).start();
	}

	/** Written once: the next sessions find what the first one has resolved. */
	private Path configuration() throws IOException {
		Path configuration = folder.resolve("configuration");
		if (!Files.exists(configuration)) {
			Files.createDirectories(configuration);
			var properties = new Properties();
			properties.setProperty("osgi.bundles.defaultStartLevel", "4");
			properties.setProperty("osgi.install.area", folder.resolve("install").toUri().toString());
			properties.setProperty("osgi.framework", file(here.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)).toUri().toString());
			properties.setProperty("osgi.bundles", Stream.of(here.getBundles()).filter(bundle -> bundle.getBundleId() != 0)
					.map(IdeProcess::entry).collect(Collectors.joining(",")));
			String dev = here.getProperty("osgi.dev");
			if (dev != null) {
				properties.setProperty("osgi.dev", dev);
			}
			try (var out = Files.newOutputStream(configuration.resolve("config.ini"))) {
				properties.store(out, null);
			}
		}
		return configuration;
	}

	private static String entry(Bundle bundle) {
		BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
		boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
		return "reference:" + file(bundle).toUri() + '@' + level.getStartLevel()
				+ (!fragment && level.isPersistentlyStarted() && !level.isActivationPolicyUsed() ? ":start" : "");
	}

	private static Path file(Bundle bundle) {
		return FileLocator.getBundleFileLocation(bundle)
				.orElseThrow(() -> new AssertionError(bundle + " is in no file")).toPath();
	}
}
