#!/bin/sh
# Henter dagens lov til veiviseren på din egen tjener. Kjør den hver natt, for eksempel fra cron:
#
#   17 3 * * *  sh /srv/bygg/hent-loven.sh https://UTGIVEREN/pakke/loven.zip /srv/www/bygg-uten-a-soke
#
# Den andre adressen er mappa som inneholder veiviser/ og regler/. Trenger curl og unzip. Går noe galt, blir loven som
# ligger der, stående, og kommandoen slutter med en feil, så cron kan si fra til deg.
set -eu

if [ "$#" -ne 2 ]; then
  echo "bruk: sh hent-loven.sh ADRESSEN-TIL-loven.zip MAPPA-MED-VEIVISEREN" >&2
  exit 2
fi
address=$1
folder=$2

case "$address" in
  https://* | http://127.0.0.1:*) ;;
  *)
    echo "loven må hentes med https, ikke fra $address" >&2
    exit 2
    ;;
esac
if [ ! -f "$folder/veiviser/veiviser.js" ]; then
  echo "$folder er ikke mappa med veiviseren: der finnes ingen veiviser/veiviser.js" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
curl --fail --silent --show-error --location --max-time 120 --output "$work/loven.zip" "$address"
unzip -q "$work/loven.zip" -d "$work/ny"
if [ ! -s "$work/ny/regler/gjeldende.json" ]; then
  echo "det som kom fra $address, er ikke loven; ingenting er endret" >&2
  exit 1
fi

# Pekeren flyttes sist: til da gjelder loven som var, og alle filene den nye nevner, er på plass. Gamle filer blir
# liggende for sider som alt er åpne.
mkdir -p "$folder/regler" "$folder/regelbok"
mkdir "$work/peker"
mv "$work"/ny/regler/gjeldende.json* "$work/peker/"
cp -R "$work/ny/regelbok/." "$folder/regelbok/"
cp -R "$work/ny/regler/." "$folder/regler/"
for file in gjeldende.json.br gjeldende.json.gz gjeldende.json; do
  if [ -f "$work/peker/$file" ]; then
    cp "$work/peker/$file" "$folder/regler/.$file.ny"
    mv "$folder/regler/.$file.ny" "$folder/regler/$file"
  fi
done
echo "loven er hentet: $(cut -c 1-80 "$folder/regler/gjeldende.json")"
