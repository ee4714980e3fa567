#!/bin/sh
# Cargo for the browser's target, with the standard library that this target needs.
#
#   tools/wasm.sh build|clippy ARGS…   cargo build|clippy --target wasm32-unknown-unknown ARGS…
#
# Usually rustup adds the target in seconds. Some networks refuse rustup's downloads but do allow
# Debian's packages; there the standard library is built from Debian's sources by the compiler
# that they belong to (about two minutes, once). RADIONICA_WASM=debian asks for that way.
set -eu
target=wasm32-unknown-unknown
verb=${1:?usage: tools/wasm.sh build|clippy [ARGS…]}
shift

has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; }

way=${RADIONICA_WASM:-}
if [ -z "$way" ]; then
    if has_target; then
        way=rustup
    elif command -v rustup >/dev/null 2>&1; then
        echo "Adding the Rust target $target"
        if rustup target add "$target" >&2 && has_target; then way=rustup; else way=debian; fi
    else
        way=debian
    fi
fi

[ "$way" != rustup ] || exec cargo "$verb" --target "$target" "$@"

# Debian's compiler and its library's sources; the linker is the one in rustup's toolchain, since
# Debian keeps its own elsewhere.
debian_rustc=/usr/bin/rustc
host=$(rustc -vV | sed -n 's/^host: //p')
lld=$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld
# By package, not by the file: an older /usr/bin/rustc may be there, from the package rustc.
if ! dpkg-query -W -f '${Status}' rustc-web rust-web-src 2>/dev/null | grep -q 'installed.*installed'; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    echo "rustup has no $target here: installing Debian's rustc-web and rust-web-src (about a minute)"
    $as_root apt-get -q -o DPkg::Lock::Timeout=300 update >/dev/null
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends rustc-web rust-web-src </dev/null >/dev/null
fi
if [ ! -x "$lld" ]; then
    echo "No linker for $target: expected $lld. Run: rustup target add $target" >&2
    exit 1
fi

if [ "$verb" = clippy ]; then
    # Clippy must be of the compiler's own version. The native run covers all code but the few
    # lines that only a browser compiles; those are type-checked by the build.
    echo "Clippy for $target is left out: it needs the target from rustup"
    exit 0
fi
# RUSTC_BOOTSTRAP: -Z build-std is still a nightly option, and no other use is made of it.
export RUSTC_BOOTSTRAP=1 RUSTC=$debian_rustc
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$lld
exec cargo "$verb" -Z build-std=std,panic_abort --target "$target" "$@"
