// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Lets the syntheses go on that were not finished when the workspace was closed. */
public final class SynthesisStartup implements IStartup {
	@Override
	public void earlyStartup() {
		PlatformUI.getWorkbench().getDisplay().asyncExec(SynthesisRuns::ofWorkbench);
	}
}
