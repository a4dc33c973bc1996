// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ActivationEditor_activations;
	public static String ActivationEditor_noFile;
	public static String ModelSession_asking;
	public static String ModelSession_cancelled;
	public static String ModelSession_reading;
	public static String ReadingPanel_again;
	public static String ReadingPanel_cancel;
	public static String ReadingPanel_reading;

	static {
		initializeMessages("org.starfish.ui.activation.messages", Messages.class);
	}
}
