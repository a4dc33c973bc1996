// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/**
 * Whether the user has pressed Ctrl-C. The first time asks the running command to stop and keep what it has; the second time ends the
 * virtual machine at once.
 */
final class Interruption implements BooleanSupplier {
	private static final int STATUS = 130;

	private volatile boolean asked;

	/** Listens from now on, where the virtual machine lets us. */
	static Interruption listening() {
		var interruption = new Interruption();
		try {
			// No supported interface tells of signals, and a shutdown hook would come with the end of everything it needs.
			ClassLoader system = ClassLoader.getSystemClassLoader();
			Class<?> signal = system.loadClass("sun.misc.Signal");
			Class<?> handler = system.loadClass("sun.misc.SignalHandler");
			Object listener = Proxy.newProxyInstance(system, new Class<?>[] { handler }, (proxy, method, arguments) -> {
				if (method.getName().equals("handle")) {
					interruption.ask();
				}
				return null;
			});
			signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance("INT"),
					listener);
		} catch (ReflectiveOperationException | IllegalArgumentException e) {
			// Then Ctrl-C ends the program as it ends any other.
			return interruption;
		}
		return interruption;
	}

	private void ask() {
		if (asked) {
			Runtime.getRuntime().halt(STATUS);
		}
		asked = true;
	}

	@Override
	public boolean getAsBoolean() {
		return asked;
	}
}
