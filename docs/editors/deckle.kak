# SPDX-License-Identifier: MIT
#
# The talk follows the cursor: a deckle that presents this file, in another
# terminal, shows the slide that the cursor is on. In kakrc:
#
#     source /usr/local/share/deckle/editors/deckle.kak
#     hook global BufCreate .*\.(md|markdown) deckle-follow
#
# or :deckle-follow in a buffer.

declare-option -docstring 'the program that is run, with "remote line N FILE" behind it' \
    str deckle_program deckle
declare-option -hidden str deckle_told

define-command deckle-follow -docstring 'let the talk follow the cursor in this buffer' %{
    deckle-unfollow
    hook -group deckle-follow buffer NormalIdle .* deckle-tell
    hook -group deckle-follow buffer InsertIdle .* deckle-tell
    # What was saved may be on another slide now.
    hook -group deckle-follow buffer BufWritePost .* %{ unset-option buffer deckle_told }
}

define-command deckle-unfollow -docstring 'let the talk be' %{
    remove-hooks buffer deckle-follow
}

# The idle hooks come when no key has come for a while (idle_timeout), so a key
# that is held starts nothing.
define-command -hidden deckle-tell %{
    evaluate-commands %sh{
        [ "$kak_opt_deckle_told" = "$kak_cursor_line $kak_buffile" ] && exit
        echo 'set-option buffer deckle_told "%val{cursor_line} %val{buffile}"'
        "$kak_opt_deckle_program" remote line "$kak_cursor_line" "$kak_buffile" \
            </dev/null >/dev/null 2>&1 &
    }
}
