<?php
/**
 * Plugin Name: Bygg uten å søke
 * Description: Kortkoden [bygg-uten-a-soke] viser veiviseren, også for redaktører som ikke får lime inn skript.
 * Version: {{VERSJON}}
 * License: MIT
 *
 * Legg fila i wp-content/plugins/ (eller wp-content/mu-plugins/) og skriv i wp-config.php hvor veiviseren ligger:
 *
 *     define('BYGG_UTEN_A_SOKE', 'https://www.eksempel.kommune.no/bygg-uten-a-soke/veiviser/veiviser.js');
 *
 * I en side: [bygg-uten-a-soke tiltak="garasje" kommune="4601"]
 * Adressen står ikke i kortkoden: den som skriver en side, skal ikke kunne hente skript fra hvor som helst.
 */

defined('ABSPATH') || exit;

add_shortcode('bygg-uten-a-soke', function ($given) {
    if (!defined('BYGG_UTEN_A_SOKE')) {
        return current_user_can('edit_posts') ? '<p>Skriv BYGG_UTEN_A_SOKE i wp-config.php.</p>' : '';
    }
    $attributes = '';
    foreach ((array) $given as $name => $value) {
        // Et ord uten verdi kommer uten navn.
        [$name, $value] = is_int($name) ? [$value, ''] : [$name, $value];
        if (in_array($name, [{{NAVN}}], true)) {
            $attributes .= ' ' . $name . '="' . esc_attr($value) . '"';
        }
    }
    return '<script type="module" src="' . esc_url(BYGG_UTEN_A_SOKE) . '"></script>'
        . '<bygg-uten-a-soke' . $attributes . '>'
        . '<p><a href="https://www.dibk.no/">Les om å bygge uten å søke hos Direktoratet for byggkvalitet</a></p>'
        . '</bygg-uten-a-soke>';
});
