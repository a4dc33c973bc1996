// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ActivationEditor_activations;
	public static String ActivationEditor_noFile;
	public static String ChannelText_channel;
	public static String ChannelText_dead;
	public static String ChannelText_element;
	public static String ChannelText_labelled;
	public static String ChannelText_line;
	public static String ChannelText_notFinite;
	public static String ChannelText_numbers;
	public static String EmptyPanel_choose;
	public static String EmptyPanel_example;
	public static String EmptyPanel_paste;
	public static String EmptyPanel_text;
	public static String FolderJob_name;
	public static String GridBar_activity;
	public static String GridBar_channels;
	public static String GridBar_color;
	public static String GridBar_diverging;
	public static String GridBar_elements;
	public static String GridBar_fixed;
	public static String GridBar_gamma;
	public static String GridBar_gammaHint;
	public static String GridBar_gray;
	public static String GridBar_hideDead;
	public static String GridBar_hideDeadHint;
	public static String GridBar_high;
	public static String GridBar_index;
	public static String GridBar_layer;
	public static String GridBar_layerButton;
	public static String GridBar_low;
	public static String GridBar_magma;
	public static String GridBar_maximum;
	public static String GridBar_mean;
	public static String GridBar_next;
	public static String GridBar_perChannel;
	public static String GridBar_perLayer;
	public static String GridBar_previous;
	public static String GridBar_range;
	public static String GridBar_similarity;
	public static String GridBar_sort;
	public static String GridBar_symmetric;
	public static String GridBar_viridis;
	public static String HistogramView_bin;
	public static String HistogramView_empty;
	public static String HistogramView_name;
	public static String LayerPopup_facts;
	public static String LayerPopup_filter;
	public static String LayerPopup_hint;
	public static String MapView_empty;
	public static String MapView_value;
	public static String ModelSession_asking;
	public static String ModelSession_cancelled;
	public static String ModelSession_reading;
	public static String OverlayJob_name;
	public static String PictureChooser_dropped;
	public static String PictureChooser_pasted;
	public static String PictureChooser_pictures;
	public static String PictureChooser_title;
	public static String PredictionsView_class;
	public static String PredictionsView_empty;
	public static String PredictionsView_line;
	public static String ReadingPanel_again;
	public static String ReadingPanel_cancel;
	public static String ReadingPanel_reading;
	public static String StatusLine_asking;
	public static String StatusLine_forward;
	public static String StatusLine_known;
	public static String StatusLine_right;
	public static String StatusLine_selected;
	public static String TileAccess_empty;
	public static String TileAccess_help;
	public static String TileAccess_name;
	public static String TileAccess_selected;
	public static String UnitPanel_distribution;
	public static String UnitPanel_map;
	public static String UnitPanel_mapSize;
	public static String UnitPanel_next;
	public static String UnitPanel_overlayName;
	public static String UnitPanel_pictureName;
	public static String UnitPanel_place;
	public static String UnitPanel_predictions;
	public static String UnitPanel_previous;
	public static String UnitPanel_value;

	static {
		initializeMessages("org.starfish.ui.activation.messages", Messages.class);
	}
}
