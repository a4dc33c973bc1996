// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.overview;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String FactsPanel_changed;
	public static String FactsPanel_compiled;
	public static String FactsPanel_delegated;
	public static String FactsPanel_delegatedHeading;
	public static String FactsPanel_engine;
	public static String FactsPanel_engineWaits;
	public static String FactsPanel_expensive;
	public static String FactsPanel_flops;
	public static String FactsPanel_folder;
	public static String FactsPanel_format;
	public static String FactsPanel_guessed;
	public static String FactsPanel_input;
	public static String FactsPanel_labelCount;
	public static String FactsPanel_labels;
	public static String FactsPanel_layer;
	public static String FactsPanel_layers;
	public static String FactsPanel_more;
	public static String FactsPanel_network;
	public static String FactsPanel_none;
	public static String FactsPanel_operations;
	public static String FactsPanel_output;
	public static String FactsPanel_outputs;
	public static String FactsPanel_parameters;
	public static String FactsPanel_preprocessing;
	public static String FactsPanel_runsAs;
	public static String FactsPanel_stored;
	public static String GraphBar_actualSize;
	public static String GraphBar_closeAll;
	public static String GraphBar_fit;
	public static String GraphBar_larger;
	public static String GraphBar_name;
	public static String GraphBar_openAll;
	public static String GraphBar_percent;
	public static String GraphBar_smaller;

	static {
		initializeMessages("org.starfish.ui.overview.messages", Messages.class);
	}
}
