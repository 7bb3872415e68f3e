// Writes the four CSV files of this folder from the package @etalab/decoupage-administratif.
// Usage, from any scratch folder:
//   npm install @etalab/decoupage-administratif@6.0.0
//   node <repository>/config/gazetteer/make-gazetteer.mjs node_modules/@etalab/decoupage-administratif/data
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const from = process.argv[2]
if (!from) {
  console.error('usage: node make-gazetteer.mjs <data folder of the package>')
  process.exit(2)
}

const here = dirname(fileURLToPath(import.meta.url))
const read = name => JSON.parse(readFileSync(join(from, `${name}.json`), 'utf8'))
const cell = value => /[",\n]/.test(String(value ?? '')) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? '')
const write = (name, header, rows) =>
  writeFileSync(join(here, `${name}.csv`), [header, ...rows].map(row => row.map(cell).join(',')).join('\n') + '\n')
const byCode = (a, b) => a.code < b.code ? -1 : a.code > b.code ? 1 : 0
const sumBy = (rows, key) => rows.reduce((sums, row) => sums.set(row[key], (sums.get(row[key]) ?? 0) + (row.population ?? 0)), new Map())

// Delegated and associated communes are parts of a commune; municipal arrondissements are parts of Paris, Lyon and Marseille.
const communes = read('communes').filter(commune => commune.type === 'commune-actuelle').sort(byCode)
const departements = read('departements').sort(byCode)
const regions = read('regions').sort(byCode)
const groupings = [...read('epci'), ...read('ept')].sort(byCode)

// Overseas the package has some communes without INSEE's article code; they take the elision of their first letter.
const liaison = place => place.typeLiaison ?? (/^[AEIOUYÀÂÉÈÊÎÔÛ]/.test(place.nom) ? 1 : 0)

// Outside the régions (Saint-Pierre-et-Miquelon, Polynésie…) région and département are one collectivity: it is kept once.
const overseas = new Set(regions.filter(region => region.zone === 'com').map(region => region.code))

// These départements have no assembly of their own, and what governs them has the same name: that name alone means the latter.
const governedBy = new Map([['75', 'commune-75056'], ['972', 'region-02'], ['973', 'region-03'], ['976', 'region-06']])

// What governs these calls itself otherwise than « Région X » or, by INSEE's article, « Département de la X ».
const officialNames = new Map([
  ['departement-41', 'Département de Loir-et-Cher'], ['departement-44', 'Département de Loire-Atlantique'],
  ['departement-47', 'Département de Lot-et-Garonne'], ['departement-82', 'Département de Tarn-et-Garonne'],
  ['region-02', 'Collectivité territoriale de Martinique'], ['region-03', 'Collectivité territoriale de Guyane'], ['region-04', 'Région Réunion'],
  ['region-06', 'Département-Région de Mayotte'], ['region-94', 'Collectivité de Corse'],
  ['departement-975', 'Collectivité territoriale de Saint-Pierre-et-Miquelon'], ['departement-977', 'Collectivité de Saint-Barthélemy'],
  ['departement-978', 'Collectivité de Saint-Martin'], ['departement-984', 'Terres australes et antarctiques françaises'],
  ['departement-986', 'Wallis et Futuna'], ['departement-987', 'Polynésie française'], ['departement-988', 'Nouvelle-Calédonie'],
  ['departement-989', 'Île de Clipperton'],
])

const inRegion = sumBy(communes, 'region')
const inDepartement = sumBy(communes, 'departement')
const departementOf = new Map(communes.map(commune => [commune.code, commune.departement]))

write('regions', ['code', 'name', 'liaison', 'official_name', 'population'],
  regions.filter(region => !overseas.has(region.code))
    .map(region => [region.code, region.nom, region.typeLiaison, officialNames.get(`region-${region.code}`), inRegion.get(region.code)]))

write('departements', ['code', 'name', 'liaison', 'official_name', 'region', 'governed_by', 'population'],
  departements.map(departement => [
    departement.code, departement.nom, departement.typeLiaison, officialNames.get(`departement-${departement.code}`), overseas.has(departement.region) ? '' : departement.region,
    governedBy.get(departement.code), inDepartement.get(departement.code) || '',
  ]))

write('communes', ['code', 'name', 'liaison', 'departement', 'population'],
  communes.map(commune => [commune.code, commune.nom, liaison(commune), commune.departement, commune.population]))

// An EPCI may cross départements: it is filed under the one where most of its inhabitants live.
const mainDepartement = grouping => {
  const inhabitants = new Map()
  for (const member of grouping.membres) {
    const departement = departementOf.get(member.code)
    inhabitants.set(departement, (inhabitants.get(departement) ?? 0) + (member.populationMunicipale ?? 0))
  }
  return [...inhabitants].sort((a, b) => b[1] - a[1])[0][0]
}

write('epci', ['siren', 'name', 'type', 'departement', 'population'],
  groupings.map(grouping => [
    grouping.code, grouping.nom.replaceAll(/\s+/g, ' ').trim(), grouping.type === 'MET69' ? 'METRO' : grouping.type, mainDepartement(grouping),
    grouping.membres.reduce((sum, member) => sum + (member.populationMunicipale ?? 0), 0),
  ]))

console.log(`${regions.length - overseas.size} régions, ${departements.length} départements, ${communes.length} communes, ${groupings.length} EPCI`)
