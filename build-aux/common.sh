# common.sh - what build-aux/run and build-aux/test share: finding and installing what a build needs. SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by bash, never run. Works on Debian and its like by apt-get; elsewhere it looks for the tools and libraries
# themselves and names the packages that have them.
# shellcheck shell=bash

build_packages=(
    gcc libc6-dev meson ninja-build pkg-config gettext
    libgtk-4-dev libjson-glib-dev libicu-dev libxml2-dev
    desktop-file-utils shared-mime-info adwaita-icon-theme librsvg2-common
)

say() {
    if [ -t 1 ]; then printf '\n\033[1m%s\033[0m\n' "$*"; else printf '\n== %s\n' "$*"; fi
}

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "This needs packages, and neither root nor sudo is at hand. As root: $*"
    fi
}

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# install_missing PACKAGE... - Debian and its like
install_missing() {
    local missing=() package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
    # The lists may be missing (a fresh container) or old
    if ! "${apt[@]}" --simulate --no-install-recommends install "${missing[@]}" >/dev/null 2>&1; then
        as_root "${apt[@]}" update
    fi
    as_root "${apt[@]}" --no-install-recommends install "${missing[@]}" </dev/null
}

# Elsewhere: everything there, or a sentence that says what to install
name_missing() {
    local missing=() tool id=
    for tool in meson ninja pkg-config msgfmt cc update-desktop-database update-mime-database; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    for tool in 'gtk4 >= 4.8' 'glib-2.0 >= 2.74' 'json-glib-1.0 >= 1.6' 'libxml-2.0 >= 2.9' icu-i18n; do
        pkg-config --exists "$tool" 2>/dev/null || missing+=("$tool")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    [ ! -r /etc/os-release ] || id=$(. /etc/os-release && echo "$ID ${ID_LIKE-}")
    printf 'Not found: %s.\n' "$(printf '%s, ' "${missing[@]}" | sed 's/, $//')" >&2
    case " $id " in
    *' fedora '* | *' rhel '*)
        die 'sudo dnf install gcc meson ninja-build pkgconf-pkg-config gettext gtk4-devel json-glib-devel libicu-devel libxml2-devel desktop-file-utils shared-mime-info' ;;
    *' arch '*)
        die 'sudo pacman -S --needed gcc meson ninja pkgconf gettext gtk4 json-glib icu libxml2 desktop-file-utils shared-mime-info' ;;
    *suse*)
        die 'sudo zypper install gcc meson ninja pkgconf gettext-tools gtk4-devel json-glib-devel libicu-devel libxml2-devel desktop-file-utils shared-mime-info' ;;
    *)
        die 'The README lists what Shanhai needs.' ;;
    esac
}

# need PACKAGE... - what to build with, and these Debian packages as well
need() {
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        # Debian's own Python has the modules that its packages bring; one from elsewhere in PATH hasn't
        PATH=/usr/sbin:/usr/bin:/sbin:/bin:$PATH
        export PATH
        install_missing "${build_packages[@]}" "$@"
    else
        name_missing
    fi
}

# Chinese text needs a font that has it; any will do
chinese_font() {
    if command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family)" ]; then return 0; fi
    echo fonts-noto-cjk
}
