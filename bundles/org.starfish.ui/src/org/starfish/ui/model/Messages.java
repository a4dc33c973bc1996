// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ModelExplorer_none;
	public static String ModelExplorer_filter;
	public static String ModelExplorer_collapse;
	public static String ModelExplorer_link;
	public static String ModelExplorer_nothingFound;
	public static String ModelExplorer_open;
	public static String ModelExplorer_copy;
	public static String ModelExplorer_properties;
	public static String ModelExplorer_cancel;
	public static String ModelExplorer_refresh;
	public static String ModelExplorer_refreshing;
	public static String ModelNode_loading;
	public static String NodeLabels_layer;
	public static String NodeLabels_delegated;
	public static String NodeLabels_channels;
	public static String NodeLabels_range;
	public static String NodeLabels_model;
	public static String NodeLabels_in;
	public static String NodeLabels_loading;
	public static String ExplorerColumns_layer;
	public static String ExplorerColumn_output;
	public static String ExplorerColumn_parameters;
	public static String ExplorerColumn_share;
	public static String ExplorerColumn_field;
	public static String ExplorerTree_name;
	public static String LayerList_name;
	public static String HandOver_name;
	public static String LayerPicker_title;
	public static String LayerPicker_pattern;
	public static String LayerPicker_show;
	public static String LayerPicker_details;
	public static String LayerPicker_nothing;
	public static String ModelSearch_name;
	public static String LayerProperties_layer;
	public static String LayerProperties_channel;
	public static String LayerProperties_group;
	public static String LayerProperties_cost;
	public static String LayerProperties_name;
	public static String LayerProperties_kind;
	public static String LayerProperties_kindOf;
	public static String LayerProperties_output;
	public static String LayerProperties_field;
	public static String LayerProperties_reads;
	public static String LayerProperties_aliases;
	public static String LayerProperties_layers;
	public static String LayerProperties_last;
	public static String LayerProperties_index;
	public static String LayerProperties_indexOf;
	public static String LayerProperties_address;
	public static String LayerProperties_parameters;
	public static String LayerProperties_flops;
	public static String LayerProperties_share;
	public static String LayerProperties_runsAs;
	public static String LayerProperties_compiled;
	public static String LayerProperties_delegated;
	public static String ModelProperties_file;
	public static String ModelProperties_name;
	public static String ModelProperties_path;
	public static String ModelProperties_failure;
	public static String ModelProperties_format;
	public static String ModelProperties_network;
	public static String ModelProperties_input;
	public static String ModelProperties_outputs;
	public static String ModelProperties_layer;
	public static String ModelProperties_flops;
	public static String ModelProperties_preprocessing;
	public static String ModelProperties_reason;
	public static String ModelProperties_guess;
	public static String ModelProperties_labels;
	public static String ModelProperties_none;
	public static String Quantity_lessThan;
	public static String Quantity_channels;
	public static String Quantity_values;
	public static String Quantity_all;
	public static String Quantity_pixels;
	public static String Quantity_stride;

	static {
		initializeMessages("org.starfish.ui.model.messages", Messages.class);
	}
}
